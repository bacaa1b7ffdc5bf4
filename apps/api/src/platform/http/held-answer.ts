import { createHash } from 'node:crypto';
import type { Exchange } from './request';

/** The caller holds this answer already. Thrown, since Nest gives every value that is returned its own status. */
export class NotModified extends Error {}

/**
 * Tags an answer by what it is made from, and makes it only for who does not hold it (performance.md §12.7). The tag
 * has to be known before the answer is read: what is newer than its tag is only asked for once more.
 */
export const unlessHeld = async <T>(
  { request, reply }: Exchange,
  madeFrom: readonly unknown[],
  answer: () => Promise<T>,
): Promise<T> => {
  const hash = createHash('sha256').update(JSON.stringify(madeFrom)).digest('base64url').slice(0, 22);
  const tag = `W/"${hash}"`;
  void reply.header('etag', tag);
  if (request.headers['if-none-match'] === tag) throw new NotModified();
  return answer();
};
