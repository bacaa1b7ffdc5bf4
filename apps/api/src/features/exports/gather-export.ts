import { Inject, Injectable } from '@nestjs/common';
import { mineFilter } from '@qingshan/contracts';
import { dayInShanghai, toMu, type Stage } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Installation } from '../../platform/installation';
import { Regions } from '../regions/regions';
import { Scope } from '../regions/scope';
import { columnAt, EXPORT_COLUMNS } from './export-columns';
import { gatherSql } from './export-sql';
import type { ExportRow } from './exports.row';
import { filterInWords } from './filter-in-words';
import { noteLines } from './notes';
import type { Plan } from './writing/file-writer';

interface Gathered {
  readonly rows: number;
  readonly withoutPlace: number;
  readonly box: Plan['box'];
  readonly damaged: string;
  readonly widths: number[];
}

const at = (field: string) => `cells[${columnAt(field) + 1}]`;
/** As `placeOf` has it. */
const PLACED = `coalesce(abs((${at('LONGITUDE')})::float8) <= 180 AND abs((${at('LATITUDE')})::float8) <= 90, false)`;
const among = (how: 'min' | 'max', field: string) =>
  `${how}((${at(field)})::float8) FILTER (WHERE ${PLACED})`;

const SUMMARY = `
  SELECT count(*)::int AS rows, (count(*) FILTER (WHERE NOT (${PLACED})))::int AS "withoutPlace",
         CASE WHEN count(*) FILTER (WHERE ${PLACED}) > 0 THEN json_build_object(
           'west', ${among('min', 'LONGITUDE')}, 'east', ${among('max', 'LONGITUDE')},
           'south', ${among('min', 'LATITUDE')}, 'north', ${among('max', 'LATITUDE')}) END AS box,
         coalesce(sum((${at('DAMAGED_M2')})::numeric), 0)::numeric(16, 2)::text AS damaged,
         ARRAY[${EXPORT_COLUMNS.map((_, index) => `coalesce(max(octet_length(cells[${index + 1}])), 0)`).join(', ')}] AS widths
  FROM export_row WHERE export_id = $1`;

const STAGES = `
  SELECT cells[${EXPORT_COLUMNS.length + 1}] AS stage, count(*)::int AS rows
  FROM export_row WHERE export_id = $1 GROUP BY 1`;

/** Sets down the rows of an export as they stand at one moment, and what has to be known before a file is begun. */
@Injectable()
export class GatherExport {
  constructor(
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Installation) private readonly installation: Installation,
  ) {}

  async run(tx: WriteTx, { actor }: Caller, made: ExportRow, day: string): Promise<Plan> {
    const { language, file } = made;
    const filter = mineFilter.strip().parse(made.filter);
    const gather = gatherSql(made.id, made.filter, language, actor, this.scope, this.clock.today());
    await tx.slowRows(gather.sql, gather.values);
    const [sum] = await tx.slowRows<Gathered>(SUMMARY, [made.id]);
    if (!sum) throw new Error('A sum without a row');
    const stages = await tx.slowRows<{ stage: Stage; rows: number }>(STAGES, [made.id]);
    const region = this.regions.tree.find(actor.regionCode);
    const now = this.clock.now();
    const time = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
    return {
      language,
      file,
      day,
      rows: sum.rows,
      withoutPlace: sum.withoutPlace,
      box: sum.box,
      widths: sum.widths,
      title: made.fileName.replace(/\.\w+$/, ''),
      stages: Object.fromEntries(stages.map(({ stage, rows }) => [stage, rows])),
      notes: noteLines({
        language,
        file,
        day,
        knownAt: filter.knownAt,
        rows: sum.rows,
        withoutPlace: sum.withoutPlace,
        damagedSquareMetres: sum.damaged,
        damagedMu: toMu(sum.damaged),
        which: filterInWords(filter, language, this.regions.tree),
        reach: (language === 'zh' ? region?.nameZh : region?.nameEn) ?? actor.regionCode,
        by: actor.name,
        madeAt: `${dayInShanghai(now)} ${time} (UTC+8)`,
        demo: this.installation.demo,
      }),
    };
  }
}
