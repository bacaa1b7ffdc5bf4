import type { MineFilter } from '@qingshan/contracts';
import { dayOfMoment, instantOf, placesOfSquare, type Actor, type CalendarDay } from '@qingshan/domain';
import { likePattern } from '../../platform/database/like';
import type { Scope } from '../regions/scope';
import { periodsKnownAt } from './known-periods.sql';
import { columnOf } from './mine-columns';
import { overdueSql } from './overdue.sql';

/** A filter as SQL: where the rows come from, which of them, and the values; ids are `m.<idColumn>`. */
export interface FilterSql {
  readonly from: string;
  readonly where: string;
  readonly idColumn: 'id' | 'mine_id';
  readonly changedAt: 'updated_at' | 'recorded_from';
  readonly values: unknown[];
}

/** One- and two-sign grams of a search word, as the database keeps them. */
const gramsOf = (word: string): string[] => {
  const signs = [...word];
  if (signs.length < 2) return signs;
  return [...new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))];
};

/**
 * The one translation of a filter, for list, count, figures' drill-down and export: the person's scope is in it, and
 * with a day or a moment it reads the history instead of the present. Values are parameters, never text.
 */
export const filterSql = (filter: MineFilter, actor: Actor, scope: Scope, today: CalendarDay): FilterSql => {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const when = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(given(value)));
  };
  // One value as itself and not as a list of one: only then can an index serve the order too.
  const among = (column: string, wanted: readonly string[] | null | undefined) => {
    if (!wanted) return;
    if (wanted.length === 1) conditions.push(`${column} = ${given(wanted[0])}`);
    else conditions.push(`${column} = ANY(${given(wanted)}::text[])`);
  };
  const { knownAt } = filter;
  // What was known at a moment, and no day with it, is what was known of that very day.
  const asOf = filter.asOf ?? (knownAt && dayOfMoment(knownAt));
  const isPast = asOf !== undefined;
  when(asOf, (day) => `m.valid_from <= ${day}::date AND m.valid_to > ${day}::date`);
  if (isPast && !knownAt) conditions.push(`m.recorded_to = 'infinity'`);
  const periods = knownAt ? periodsKnownAt(`${given(instantOf(knownAt))}::timestamptz`) : 'mine_period';

  const codes = scope.codes(actor, filter.region?.length ? filter.region : undefined);
  among('m.region_code', codes);
  // A removed mine is on no list, unless it is asked for.
  if (filter.stage?.length) among('m.stage', filter.stage);
  else conditions.push(`m.stage <> 'removed'`);
  if (filter.mineral?.length) among('m.mineral_code', filter.mineral);
  if (filter.approach?.length) among('m.approach', filter.approach);
  when(filter.closedFrom, (year) => `m.closure_year >= ${year}::int`);
  when(filter.closedTo, (year) => `m.closure_year <= ${year}::int`);
  when(filter.areaFrom, (area) => `m.damaged_square_metres >= ${area}::numeric`);
  when(filter.areaTo, (area) => `m.damaged_square_metres <= ${area}::numeric`);
  for (const field of filter.blank ?? []) conditions.push(`m.${columnOf(field)} IS NULL`);
  if (filter.overdue)
    conditions.push(overdueSql(`m.${isPast ? 'mine_id' : 'id'}`, `${given(asOf ?? today)}::date`));

  if (filter.square?.length) {
    const within = filter.square.map(placesOfSquare).map(({ from, before }) => {
      return `(m.place >= ${given(from)}::bigint AND m.place < ${given(before)}::bigint)`;
    });
    conditions.push(`(${within.join(' OR ')})`);
  }

  for (const word of (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = given(likePattern(word));
    if (isPast) {
      conditions.push(`lower(concat_ws(E'\\n', m.name, m.number, m.town)) LIKE ${like}`);
      continue;
    }
    const within = codes ? `s.region_code = ANY(${given(codes)}::text[]) AND ` : '';
    conditions.push(
      `m.id IN (SELECT s.mine_id FROM mine_search s WHERE ${within}s.grams @> ${given(gramsOf(word))}::text[] AND s.line LIKE ${like})`,
    );
  }
  return {
    from: isPast ? `${periods} m` : 'mine m',
    idColumn: isPast ? 'mine_id' : 'id',
    changedAt: isPast ? 'recorded_from' : 'updated_at',
    where: conditions.join(' AND '),
    values,
  };
};
