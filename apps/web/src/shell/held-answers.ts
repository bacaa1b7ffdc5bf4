interface Held {
  readonly tag: string;
  readonly answer: unknown;
}

/** Tiles of a good while of looking around. */
const AT_MOST = 500;
const held = new Map<string, Held>();

/**
 * Answers that the server tagged, kept in memory and never on a disk that others use: asked for again, the server says
 * in a few bytes that they still hold.
 */
export const heldAnswer = (url: string): Held | undefined => held.get(url);

export const holdAnswer = (url: string, answer: Held): void => {
  held.delete(url);
  held.set(url, answer);
  const oldest = held.size > AT_MOST ? held.keys().next().value : undefined;
  if (oldest !== undefined) held.delete(oldest);
};

/** Whoever signs in next starts with nothing. */
export const forgetAnswers = (): void => held.clear();
