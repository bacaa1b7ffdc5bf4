/** Believed then and corrected since. The words “< infinity” let an index of such periods serve. */
const corrected = (moment: string): string =>
  `recorded_to < 'infinity' AND recorded_to > ${moment} AND recorded_from <= ${moment}`;

/** Periods as known at a moment, as a table: those still believed, and those corrected since. @param moment as SQL */
export const periodsKnownAt = (moment: string): string => `(
  SELECT * FROM mine_period WHERE recorded_to = 'infinity' AND recorded_from <= ${moment}
  UNION ALL
  SELECT * FROM mine_period WHERE ${corrected(moment)})`;

/** What has to be taken from what is known now (-1) and put back (1) to know what was known then. @param moment as SQL */
export const changedSince = (moment: string): string => `(
  SELECT *, -1 AS sign FROM mine_period WHERE recorded_to = 'infinity' AND recorded_from > ${moment}
  UNION ALL
  SELECT *, 1 FROM mine_period WHERE ${corrected(moment)})`;
