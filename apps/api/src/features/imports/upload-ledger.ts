import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import type { UploadedFile } from '../../platform/http/read-call';
import { LedgerImportRow } from './imports.row';
import { keepFile, keepRows } from './keep-ledger';
import type { LedgerFile } from './reading/ledger-table';
import type { PackedLedger } from './reading/pack-ledger';
import type { ReadOptions } from './reading/read-table';
import { ownExportNote } from './own-export';
import { rememberedMapping } from './remembered-mapping';

export const READ_LEDGER = Symbol('READ_LEDGER');
export type ReadLedger = (file: LedgerFile, how?: ReadOptions) => Promise<PackedLedger>;

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
      const remembered = await rememberedMapping(tx, caller.actor.personId, table.columns, table.units);
      const { identifiers } = await tx.manager.insert(LedgerImportRow, {
        personId: caller.actor.personId,
        fileName: file.name,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        encoding: table.encoding,
        sheet: table.sheet,
        sheets: [...table.sheets],
        headerRow: table.headerRow,
        notes: [
          ...table.notes,
          ...ownExportNote(table.headers),
          ...(remembered ? [remembered.note] : []),
        ] as never,
        columns: (remembered?.columns ?? table.columns) as never,
        state: 'mapping',
        version: 1,
      });
      const id = Number(identifiers[0]?.id);
      await keepRows(tx, id, table);
      await keepFile(tx, id, file.bytes);
      await tx.record({
        action: 'import.uploaded',
        subject: file.name,
        detail: { importId: id, rows: table.rows, bytes: file.bytes.length },
      });
      return id;
    });
  }
}
