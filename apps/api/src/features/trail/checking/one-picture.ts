import type pg from 'pg';

/** Reads at its own pace from one picture of the data, on a connection that can write nothing. */
export async function* inOnePicture<T>(
  pool: pg.Pool,
  read: (client: pg.ClientBase) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    yield* read(client);
  } finally {
    // Also for a reader who went away: nothing was written, so there is nothing to keep.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}
