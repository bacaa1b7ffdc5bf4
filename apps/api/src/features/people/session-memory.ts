import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Role } from '@qingshan/domain';
import { Listener } from '../../platform/database/listener';
import type { Env } from '../../platform/env';
import { ENV } from '../../platform/platform.tokens';

/** A session as it was read. */
export interface OpenSession {
  readonly personId: number;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** As many as a province has people, and some. */
const AT_MOST = 10_000;

/**
 * Sessions as they were read last, until an account or a session changes. Who changes one here forgets at once; another
 * instance hears it from the database when it is committed (S09). While nothing could be heard, nothing is remembered.
 */
@Injectable()
export class SessionMemory implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sessions = new Map<string, OpenSession>();
  private readonly listener: Listener;
  private changes = 0;

  constructor(@Inject(ENV) env: Env) {
    this.listener = new Listener(env.DATABASE_URL, 'session_changed', () => this.forget());
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.listener.stop();
  }

  forget(): void {
    this.changes += 1;
    this.sessions.clear();
  }

  recall(key: string): OpenSession | undefined {
    return this.listener.isListening ? this.sessions.get(key) : undefined;
  }

  /** Reads a session and remembers it, unless something changed meanwhile: it may have been read as it was before. */
  async read(key: string, read: () => Promise<OpenSession | null>): Promise<OpenSession | null> {
    const { changes } = this;
    const session = await read();
    if (!session || changes !== this.changes || !this.listener.isListening) return session;
    if (this.sessions.size >= AT_MOST) this.sessions.clear();
    this.sessions.set(key, session);
    return session;
  }
}
