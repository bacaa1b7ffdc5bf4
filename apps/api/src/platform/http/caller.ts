import type { Actor } from '@qingshan/domain';

/** A request that is to have its effect once, however often it comes (rule 7 of the design). */
interface Once {
  readonly key: string;
  /** SHA-256 over method, address and body: the same key with another request is a mistake. */
  readonly requestHash: Buffer;
}

/** Somebody without a session, at an address. */
export interface Anonymous {
  readonly actor: null;
  readonly address: string;
  readonly requestId: string;
}

/** A signed-in person at an address. */
export interface Caller {
  readonly actor: Actor;
  readonly address: string;
  readonly requestId: string;
  readonly once?: Once;
}
