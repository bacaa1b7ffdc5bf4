/**
 * Works on the parts of a list side by side: while the database is busy with one, the next is made ready. All of them have
 * ended when it ends, the failed ones too, so that no statement comes after the end of its transaction. Throws what failed
 * first: the rest failed for that.
 */
export const inParts = async <T>(
  all: readonly T[],
  size: number,
  work: (part: readonly T[]) => Promise<void>,
): Promise<void> => {
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
  const failures: unknown[] = [];
  await Promise.all(parts.map((part) => work(part).catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
};
