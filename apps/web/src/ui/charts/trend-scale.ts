/** Days since 1970 of a calendar day: a day has no instant, only a distance. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const TICK_GAP = 44;

/** The first day shown of each year for the ticks below, none nearer to another than its words are wide. */
export const yearStarts = (days: readonly string[], x: (day: string) => number): string[] => {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const starts = Array.from({ length: to - from + 1 }, (_, index) => `${from + index}-01-01`);
  return starts
    .map((day) => (day < first ? first : day))
    .reduceRight<string[]>((kept, day) => {
      const next = kept[0];
      return next !== undefined && x(next) - x(day) < TICK_GAP ? kept : [day, ...kept];
    }, []);
};

/** Places of labels pushed at least `gap` apart, keeping their order. */
export const apart = (
  labels: readonly { readonly id: string; readonly at: number }[],
  gap: number,
): ReadonlyMap<string, number> => {
  const sorted = [...labels].sort((one, other) => one.at - other.at);
  const placed = new Map<string, number>();
  let floor = Number.NEGATIVE_INFINITY;
  for (const { id, at } of sorted) {
    const place = Math.max(at, floor + gap);
    placed.set(id, place);
    floor = place;
  }
  return placed;
};
