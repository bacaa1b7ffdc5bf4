/**
 * Works on the parts of a list side by side: while the database is busy with one, the next is made ready. All of them have
 * ended when it ends, the failed ones too: no statement comes after the end of its transaction.
 */
export const inParts = async <T>(
  all: readonly T[],
  size: number,
  work: (part: readonly T[]) => Promise<void>,
): Promise<void> => {
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
  const ends = await Promise.allSettled(parts.map(work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
};
