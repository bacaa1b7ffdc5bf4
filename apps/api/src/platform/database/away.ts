import { sqlState } from './retry';

// What node, the pool and TypeORM say when PostgreSQL is away or will not take another connection. TypeORM takes a
// runner back the moment its connection breaks: what was to follow, be it the COMMIT, finds it "already released".
const SOCKET = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
const MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|is not queryable|Query runner already released/;
// Classes 08 connection, 53 resources, 57 operator intervention, 58 system; a full disk (53100) is told apart.
const STATE = /^(08|53|57|58)/;

/** Whether the database could not be asked: worth another try, and no fault of the request. */
export const isDatabaseAway = (error: unknown): boolean => {
  const state = sqlState(error) ?? '';
  if (state === '53100') return false;
  return (
    SOCKET.test(state) || STATE.test(state) || MESSAGE.test(String((error as Error | undefined)?.message))
  );
};
