import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, importRoutes } from '@qingshan/contracts';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { ImportsStore } from './imports.store';
import { keepRows } from './keep-ledger';
import { rememberedMapping } from './remembered-mapping';
import { READ_LEDGER, type ReadLedger } from './upload-ledger';

interface Kept {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Reads an open import's file again as a person says: another sheet, encoding or header row. Its check is void with that. */
@Injectable()
export class RereadLedger {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(READ_LEDGER) private readonly readLedger: ReadLedger,
  ) {}

  async run(caller: Caller, id: number, how: BodyOf<typeof importRoutes.reading>): Promise<number> {
    const [file] = await this.database.rows<Kept>(
      `SELECT i.file_name AS "fileName", f.bytes FROM import i JOIN import_file f ON f.import_id = i.id
       WHERE i.id = $1 AND i.person_id = $2`,
      [id, caller.actor.personId],
    );
    // Reading takes seconds, and holds nothing: the state is looked at when there is something to write.
    const table = file && (await this.readLedger({ name: file.fileName, bytes: file.bytes }, how));
    return this.database.write(caller, async (tx) => {
      const found = await this.store.loadOpen(tx, caller, id);
      if (!table) throw refused('not-found');
      const remembered = await rememberedMapping(tx, caller.actor.personId, table.columns, table.units);
      await tx.rows('DELETE FROM import_row WHERE import_id = $1', [id]);
      await keepRows(tx, id, table);
      await this.store.save(tx, found, {
        state: 'mapping',
        counts: null,
        encoding: table.encoding,
        sheet: table.sheet,
        headerRow: table.headerRow,
        notes: [...table.notes, ...(remembered ? [remembered.note] : [])] as never,
        columns: (remembered?.columns ?? table.columns) as never,
      });
      await tx.record({
        action: 'import.reread',
        subject: found.fileName,
        detail: { importId: id, ...how, rows: table.rows },
      });
      return id;
    });
  }
}
