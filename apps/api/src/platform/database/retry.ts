import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';

const TRIES = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

/** Whether the database was asked and said no. */
export const isRefusedQuery = (error: unknown): boolean => error instanceof QueryFailedError;

export const sqlState = (error: unknown): string | undefined => {
  const source =
    error instanceof QueryFailedError
      ? (error.driverError as { code?: string })
      : (error as { code?: string });
  return typeof source?.code === 'string' ? source.code : undefined;
};

/** Runs the work in a transaction, again when two writers waited for each other and this one was chosen to give way. */
export const inOneTransaction = async <T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await source.transaction(work);
    } catch (error) {
      const state = sqlState(error);
      if (attempt === TRIES || (state !== SERIALIZATION_FAILURE && state !== DEADLOCK)) throw error;
    }
  }
};
