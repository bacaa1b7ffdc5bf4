import { QueryFailedError } from 'typeorm';
import { sqlState } from './database/retry';

/** Why a start failed, as a code the launcher knows what to say to. */
export const explainFailure = (error: unknown): { code: string; text: string } => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const state = sqlState(error) ?? '';
  if (state === 'EADDRINUSE') return { code: 'port-in-use', text };
  if (state === 'ENOSPC' || state === '53100') return { code: 'disk-full', text };
  if (/^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|28P01|28000|3D000|57P03)$/.test(state))
    return { code: 'database-unreachable', text };
  if (error instanceof QueryFailedError) return { code: 'migration-failed', text };
  return { code: 'other', text };
};
