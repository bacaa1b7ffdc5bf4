import type { MineFilter, MineSort } from '@qingshan/contracts';
import type { Actor, Language } from '@qingshan/domain';
import pg from 'pg';
import { filterSql } from '../mines/mine-filter.sql';
import { orderSql } from '../mines/mine-order.sql';
import type { Scope } from '../regions/scope';
import { exportSelect } from './export-columns';

/** COPY takes no parameters: values are written as literals, each escaped by the driver. */
const literal = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `ARRAY[${value.map(literal).join(',')}]`;
  return pg.escapeLiteral(String(value));
};

/** COPY of exactly what the filter shows this person, as CSV with a header. */
export const exportSql = (
  filter: MineFilter & { sort: MineSort | `-${MineSort}` },
  language: Language,
  actor: Actor,
  scope: Scope,
): string => {
  const { sort, ...which } = filter;
  const sql = filterSql(which, actor, scope);
  const select = `SELECT ${exportSelect(language)}
    FROM ${sql.from}
    JOIN region r ON r.code = m.region_code
    LEFT JOIN region p ON p.code = r.parent_code
    LEFT JOIN region y ON y.code = CASE WHEN r.level = 'county' THEN r.parent_code WHEN r.level = 'functional' THEN p.parent_code END
    WHERE ${sql.where} ORDER BY ${orderSql(sort, sql)}`;
  const filled = select.replace(/\$(\d+)/g, (_, index: string) => literal(sql.values[Number(index) - 1]));
  return `COPY (${filled}) TO STDOUT WITH (FORMAT csv, HEADER)`;
};
