import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, importRoutes } from '@qingshan/contracts';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { CheckImport } from './check-import';
import { ImportsStore } from './imports.store';

type Cell = BodyOf<typeof importRoutes.correct>['cells'][number];

/** Puts cells right where they stand; the file itself stays as it came, and the trail says what was changed in it. */
@Injectable()
export class CorrectCells {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsStore) private readonly store: ImportsStore,
    @Inject(CheckImport) private readonly check: CheckImport,
  ) {}

  run(caller: Caller, id: number, { cells }: BodyOf<typeof importRoutes.correct>): Promise<number> {
    return this.database.write(caller, async (tx) => {
      const found = await this.store.loadOpen(tx, caller, id);
      if (found.state !== 'checked') throw refused('already-done', { state: found.state });
      const corrected = [];
      for (const cell of cells) corrected.push({ ...cell, before: await this.put(tx, id, cell) });
      await tx.record({
        action: 'import.corrected',
        subject: found.fileName,
        detail: { importId: id, cells: corrected },
      });
      // A number or a name may meet another row now, however far away: what holds for one row is judged by all.
      await this.check.again(tx, caller, found, found.columns);
      return id;
    });
  }

  private async put(tx: WriteTx, id: number, { row, column, value }: Cell): Promise<string> {
    const [before] = await tx.rows<{ cell: string | null }>(
      'SELECT cells[$3] AS cell FROM import_row WHERE import_id = $1 AND row_number = $2 FOR UPDATE',
      [id, row, column + 1],
    );
    if (before?.cell == null) throw refused('invalid-input', { why: 'no-such-cell', row, column });
    await tx.rows('UPDATE import_row SET cells[$3] = $4 WHERE import_id = $1 AND row_number = $2', [
      id,
      row,
      column + 1,
      value.trim(),
    ]);
    return before.cell;
  }
}
