import { mineFilter, mineSort } from '@qingshan/contracts';
import type { Actor, CalendarDay, Language } from '@qingshan/domain';
import pg from 'pg';
import { filterSql } from '../mines/mine-filter.sql';
import { orderSql } from '../mines/mine-order.sql';
import type { Scope } from '../regions/scope';
import { cellsSelect, csvSelect } from './export-columns';

/** A recorded filter, read back: the one that list and count share, and the order. */
const recordedFilter = mineFilter.extend({ sort: mineSort });

const fromMines = (recorded: unknown, actor: Actor, scope: Scope, today: CalendarDay) => {
  const { sort, ...which } = recordedFilter.parse(recorded);
  const sql = filterSql(which, actor, scope, today);
  return {
    rows: `FROM ${sql.from}
    JOIN region r ON r.code = m.region_code
    LEFT JOIN region p ON p.code = r.parent_code
    LEFT JOIN region y ON y.code = CASE WHEN r.level = 'county' THEN r.parent_code WHEN r.level = 'functional' THEN p.parent_code END
    WHERE ${sql.where}`,
    order: orderSql(sort, sql),
    values: sql.values,
  };
};

/** COPY takes no parameters: values are written as literals, each escaped by the driver. */
const literal = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `ARRAY[${value.map(literal).join(',')}]`;
  return pg.escapeLiteral(String(value));
};

/** COPY of exactly what the filter shows this person, as CSV with a header. */
export const csvSql = (
  recorded: unknown,
  language: Language,
  actor: Actor,
  scope: Scope,
  today: CalendarDay,
): string => {
  const { rows, order, values } = fromMines(recorded, actor, scope, today);
  const select = `SELECT ${csvSelect(language)} ${rows} ORDER BY ${order}`;
  const filled = select.replace(/\$(\d+)/g, (_, index: string) => literal(values[Number(index) - 1]));
  return `COPY (${filled}) TO STDOUT WITH (FORMAT csv, HEADER)`;
};

/** The same rows set down for an export, in one statement: one picture of the data, however long the file takes. */
export const gatherSql = (
  exportId: number,
  recorded: unknown,
  language: Language,
  actor: Actor,
  scope: Scope,
  today: CalendarDay,
) => {
  const { rows, order, values } = fromMines(recorded, actor, scope, today);
  return {
    sql: `INSERT INTO export_row (export_id, position, cells)
    SELECT $${values.length + 1}::bigint, row_number() OVER (ORDER BY ${order}), ${cellsSelect(language)} ${rows}`,
    values: [...values, exportId],
  };
};
