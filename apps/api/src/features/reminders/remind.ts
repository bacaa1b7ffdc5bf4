import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Mailer } from '../../platform/mail/mailer';
import { ComposeDigests } from './compose-digests';
import { DeliverMails } from './deliver-mails';

const MINUTE_MS = 60_000;

/** Looks each minute for who is to be written to and what waits to be sent, on any number of instances. */
@Injectable()
export class Remind implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Remind.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> | null = null;

  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ComposeDigests) private readonly compose: ComposeDigests,
    @Inject(DeliverMails) private readonly deliver: DeliverMails,
  ) {}

  onApplicationBootstrap(): void {
    // Without a server nothing is even written: a server that is named later begins with that day.
    if (!this.mailer.server) return;
    const look = () => void this.run().catch((error: unknown) => this.logger.error(error));
    this.timer = setInterval(look, MINUTE_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running?.catch(() => undefined);
  }

  /** One round; while one is under way there is no second. */
  run(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async round(): Promise<void> {
    if (!this.mailer.server) return;
    await this.compose.run();
    await this.deliver.run(() => this.stopped);
  }
}
