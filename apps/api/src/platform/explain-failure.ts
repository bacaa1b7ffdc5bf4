import { isDatabaseAway } from './database/away';
import { UnfitDatabase } from './database/must-fit';
import { isRefusedQuery, sqlState } from './database/retry';
import { WrongEnv } from './env';

/** Why a start failed, as a code the launcher knows what to say to. */
export const explainFailure = (error: unknown): { code: string; text: string } => {
  const code = codeOf(error);
  // A trace helps whoever reads the code; for the others the sentence is enough.
  return { code, text: code === 'other' || code === 'migration-failed' ? traceOf(error) : sentenceOf(error) };
};

const codeOf = (error: unknown): string => {
  const state = sqlState(error) ?? '';
  if (error instanceof WrongEnv) return 'wrong-setting';
  if (error instanceof UnfitDatabase) return error.unfit;
  if (state === 'EADDRINUSE') return 'port-in-use';
  if (state === 'ENOSPC' || state === '53100') return 'disk-full';
  if (NO_RIGHT.test(state)) return 'database-no-right';
  if (isDatabaseAway(error) || REFUSED.test(state) || NO_TLS.test(sentenceOf(error)))
    return 'database-unreachable';
  return isRefusedQuery(error) ? 'migration-failed' : 'other';
};

/** A right is missing, or the server is a copy that only reads. */
const NO_RIGHT = /^(42501|25006)$/;
/** An unknown host or a wrong name, password or database. */
const REFUSED = /^(EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|28P01|28000|3D000)$|CERT/;
const NO_TLS = /does not support SSL/;

const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Node tries every address of a name and says nothing itself about why each of them failed. */
const sentenceOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join('\n');
  return error instanceof Error ? error.message : String(error);
};
