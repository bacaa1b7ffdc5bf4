import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, ImportRowView, ImportView, importRoutes } from '@qingshan/contracts';
import { columnLetters, makeFormulaSafe, type Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { linesOf } from './annotating/annotate-delimited';
import type { AnnotatedFile, Annotation, Remarks } from './annotating/annotation';
import { encodeText } from './annotating/encode-text';
import { GATE_TOLD } from './gate-note.sql';
import type { LedgerFile } from './reading/ledger-table';
import type { ReadOptions } from './reading/read-table';

export const ANNOTATE_LEDGER = Symbol('ANNOTATE_LEDGER');
export type AnnotateLedger = (
  file: LedgerFile,
  how: ReadOptions,
  annotation: Annotation,
) => Promise<AnnotatedFile>;

type Words = BodyOf<typeof importRoutes.original>;

interface KeptImport extends Pick<ImportView, 'fileName' | 'sheet' | 'encoding' | 'headerRow' | 'columns'> {
  /** Null once the import is written or given up. */
  readonly bytes: Buffer | null;
}

type KeptRow = Pick<ImportRowView, 'rowNumber' | 'cells' | 'problems' | 'gate'>;

const remarksOn = ({ rowNumber, problems, gate }: KeptRow, words: Words): Remarks => {
  const told = (severity: KeptRow['problems'][number]['severity']) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map(({ column, code }) =>
        column === null
          ? words.problems[code]
          : `${columnLetters(column)}${rowNumber}${words.colon}${words.problems[code]}`,
      )
      .join('\n');
  const lacking = gate?.lacking.map((criterion) => words.criteria[criterion]).join('\n');
  return [told('error'), told('warning'), lacking === '' ? words.met : (lacking ?? '')];
};

/** Where the file itself is gone, its rows as they were kept. */
const fromRows = ({ columns }: KeptImport, { headers, rows }: Annotation): AnnotatedFile => {
  const records = [
    [...columns.map(({ header }) => header), ...headers],
    ...rows.map(({ cells, remarks }) => [...cells, ...remarks]),
  ].map((cells) => cells.map(makeFormulaSafe));
  return { bytes: encodeText(linesOf(records, ',', '\r\n'), 'utf-8'), mediaType: 'text/csv; charset=utf-8' };
};

/** Gives a ledger back to be put right elsewhere: what is wrong stands beside each row, in the words of who asks. */
@Injectable()
export class HandBackLedger {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ANNOTATE_LEDGER) private readonly annotateLedger: AnnotateLedger,
  ) {}

  async run(actor: Actor, id: number, words: Words): Promise<AnnotatedFile> {
    const [kept] = await this.database.rows<KeptImport>(
      `SELECT i.file_name AS "fileName", i.sheet, i.encoding, i.header_row AS "headerRow", i.columns, f.bytes
       FROM import i LEFT JOIN import_file f ON f.import_id = i.id WHERE i.id = $1 AND i.person_id = $2`,
      [id, actor.personId],
    );
    if (!kept) throw refused('not-found');
    const rows = await this.database.rows<KeptRow>(
      `SELECT r.row_number AS "rowNumber", r.cells, r.problems, ${GATE_TOLD} AS gate
       FROM import_row r WHERE r.import_id = $1 ORDER BY r.row_number`,
      [id],
    );
    const annotation: Annotation = {
      headers: [words.errors, words.warnings, words.gate],
      rows: rows.map((row) => ({
        rowNumber: row.rowNumber,
        cells: row.cells,
        remarks: remarksOn(row, words),
      })),
    };
    const { fileName, bytes, sheet, encoding, headerRow } = kept;
    if (!bytes) return fromRows(kept, annotation);
    const how = { ...(sheet !== null && { sheet }), ...(encoding !== null && { encoding }), headerRow };
    return this.annotateLedger({ name: fileName, bytes }, how, annotation);
  }
}
