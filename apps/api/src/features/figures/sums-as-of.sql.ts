/**
 * Rows that add up to the figures at the end of a day, by division and stage (ADR 3): the kept sums nearest to it, and the
 * days between, added where the sums are older and taken away where they are newer. Exact for any day.
 *
 * @param day as SQL, a date
 * @param codes as SQL, a text[] of divisions, or NULL for all
 */
export const sumsAsOf = (day: string, codes: string): string => {
  const here = (table: string) => `(${codes} IS NULL OR ${table}.region_code = ANY(${codes}))`;
  return `(
    WITH around AS (
      SELECT max(month) FILTER (WHERE month <= ${day}) AS before, min(month) FILTER (WHERE month > ${day}) AS after,
        -- After the last day that moved anything there is nothing to take away.
        coalesce((SELECT max(day) FROM figure_day), ${day}) AS last
      FROM figure_month_kept),
    nearest AS (
      SELECT CASE WHEN least(after, last) - ${day} < ${day} - before THEN after ELSE before END AS month FROM around)
    SELECT f.region_code, f.stage, f.mines, f.damaged_square_metres, f.restored_square_metres
    FROM figure_month f WHERE f.month = (SELECT month FROM nearest) AND ${here('f')}
    UNION ALL
    SELECT d.region_code, d.stage, d.mines, d.damaged_square_metres, d.restored_square_metres
    FROM figure_day d
    WHERE d.day <= ${day} AND d.day >= coalesce((SELECT month FROM nearest), '-infinity'::date) AND ${here('d')}
    UNION ALL
    SELECT d.region_code, d.stage, -d.mines, -d.damaged_square_metres, -d.restored_square_metres
    FROM figure_day d
    WHERE d.day > ${day} AND d.day < (SELECT month FROM nearest) AND ${here('d')})`;
};
