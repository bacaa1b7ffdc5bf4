import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { proposeMapping } from '@qingshan/domain';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import type { UploadedFile } from '../../platform/http/read-call';
import { LedgerImportRow, type ImportColumn } from './imports.row';
import type { LedgerFile, LedgerTable } from './reading/ledger-table';
import { rememberedMapping } from './remembered-mapping';

export const READ_LEDGER = Symbol('READ_LEDGER');
export type ReadLedger = (file: LedgerFile) => Promise<LedgerTable>;

const SAMPLES = 3;
const ROWS_PER_STATEMENT = 2_000;

/** Reads a file into rows of text and proposes what its columns mean. Every row and cell is kept as it stood. */
@Injectable()
export class UploadLedger {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(READ_LEDGER) private readonly readLedger: ReadLedger,
  ) {}

  async run(caller: Caller, file: UploadedFile): Promise<number> {
    const table = await this.readLedger(file);
    return this.database.write(caller, async (tx) => {
      const proposed = columnsOf(table);
      const remembered = await rememberedMapping(tx, caller.actor.personId, proposed);
      const { identifiers } = await tx.manager.insert(LedgerImportRow, {
        personId: caller.actor.personId,
        fileName: file.name,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        encoding: table.encoding,
        sheet: table.sheet,
        headerRow: table.headerRow,
        notes: [...table.notes, ...(remembered ? [remembered.note] : [])] as never,
        columns: (remembered?.columns ?? proposed) as never,
        state: 'mapping',
        version: 1,
      });
      const id = Number(identifiers[0]?.id);
      await keepRows(tx, id, table);
      await tx.record({
        action: 'import.uploaded',
        subject: file.name,
        detail: { importId: id, rows: table.rows.length, bytes: file.bytes.length },
      });
      return id;
    });
  }
}

const columnsOf = (table: LedgerTable): ImportColumn[] => {
  const proposals = proposeMapping(
    table.columns,
    table.rows.slice(0, 200).map((row) => row.cells),
    table.units,
  );
  return proposals.map(({ column, header, field, unit }) => ({
    column,
    header,
    field,
    unit,
    samples: [...new Set(table.rows.map((row) => row.cells[column] ?? '').filter(Boolean))].slice(0, SAMPLES),
  }));
};

const keepRows = async (tx: WriteTx, id: number, table: LedgerTable): Promise<void> => {
  for (let start = 0; start < table.rows.length; start += ROWS_PER_STATEMENT) {
    const rows = table.rows.slice(start, start + ROWS_PER_STATEMENT);
    await tx.rows(
      `INSERT INTO import_row (import_id, row_number, cells)
       SELECT $1, (r ->> 'rowNumber')::int, ARRAY(SELECT jsonb_array_elements_text(r -> 'cells'))
       FROM jsonb_array_elements($2::jsonb) r`,
      [id, JSON.stringify(rows)],
    );
  }
};
