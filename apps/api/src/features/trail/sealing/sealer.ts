import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { isDatabaseAway } from '../../../platform/database/away';
import { KeepHandovers, keyOfNote } from './keep-handovers';
import { LowWater } from './low-water';
import { SignerAway, SignerRefuses, SIGNER, type AsksSigner } from './signer-client';
import { TreeStore } from './tree.store';

const IDLE_MS = 1_000;
const BATCH = 5_000;
/** A look at everything that may still come, for those that committed late. */
const ALL_EVERY = 10;

/** `none` is a house without a signer, which tests have. */
export type SignerState = 'none' | 'up' | 'away' | 'refuses';

const WORDS = { away: 'does not answer', refuses: 'does not sign' } as const;

/**
 * Puts entries into the tree and has the tree signed. First the order of the entries is committed, then it is signed,
 * then the signature is kept: a process killed between two of these goes on behind the first, and signs nothing twice.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sealer.name);
  private readonly water = new LowWater();
  private stopped = false;
  private failures = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  state: SignerState = 'none';

  constructor(
    @Inject(TreeStore) private readonly store: TreeStore,
    @Inject(KeepHandovers) private readonly handovers: KeepHandovers,
    @Inject(SIGNER) private readonly signer: AsksSigner | null,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.signer) this.running = this.work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /** Everything that is there now, sealed. */
  seal(): Promise<void> {
    return this.inTurn(async () => {
      while (await this.append(this.water.settled));
      await this.sign(true);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async work(): Promise<void> {
    for (let round = 0; !this.stopped; round += 1) {
      const all = round % ALL_EVERY === 0;
      const more = await this.inTurn(() => this.round(all)).catch((error: unknown) => this.failed(error));
      if (!more && !this.stopped) await this.rest();
    }
  }

  /** Whether there is more to do at once. */
  private async round(all: boolean): Promise<boolean> {
    const more = await this.append(all ? this.water.settled : this.water.highest);
    // All of a backlog comes under one signature: what is signed earlier would look older than what waited longer.
    if (!more) await this.sign(all);
    return more;
  }

  private async append(aboveId: number): Promise<boolean> {
    const appended = await this.store.append(aboveId, BATCH);
    if (!appended) return false;
    this.water.sealed(appended.lastId);
    const more = appended.count === BATCH;
    if (!more && aboveId === this.water.settled)
      this.water.looked(appended.running, this.clock.now().getTime());
    return more;
  }

  /** Asks also when there is nothing to sign, if `anyway`: whether the signer is there is worth knowing. */
  private async sign(anyway: boolean): Promise<void> {
    if (!this.signer) return;
    const { origin, size, sealed } = await this.store.head();
    if (size === sealed && this.state === 'up' && !anyway) return;
    const view = await this.signer.view(origin);
    const { last } = view;
    if (last && last.size > size)
      throw new SignerRefuses(`it has signed ${last.size} entries, here are ${size}`);
    await this.handovers.run(origin, view);
    if (size > 0 && size !== sealed) {
      const proof = await this.store.proof(last?.size ?? 0, size);
      const signed = await this.signer.sign({ origin, size, ...proof });
      // What was signed for a process that was killed before it could keep it.
      const lost = last && last.size > sealed && last.size < size ? [last] : [];
      await this.store.keep([...lost, signed].map((head) => ({ ...head, key: keyOfNote(view, head.note) })));
    }
    this.state = 'up';
    this.failures = 0;
  }

  private failed(error: unknown): false {
    if (isDatabaseAway(error)) return false;
    this.state = error instanceof SignerAway ? 'away' : 'refuses';
    this.failures += 1;
    // Said once, and not of a signer that is only starting.
    if (this.failures === ALL_EVERY)
      this.logger.error(`the trail is not sealed, its signer ${WORDS[this.state]}: ${String(error)}`);
    return false;
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
