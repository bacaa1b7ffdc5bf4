import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Rows, WriteTx } from '../../platform/database/database';
import { append, close, frame, type Member } from './writing/archive';
import type { Cells, Chunk, Plan, Tally } from './writing/file-writer';

/** How far a file is, kept beside its record: what a killed process goes on from. */
export interface Work {
  readonly plan: Plan;
  readonly tally: Tally;
  readonly members: readonly Member[];
}

interface Piece {
  readonly part: number;
  readonly position: number;
  readonly bytes: Buffer;
}

/** Pieces read at once: a slow reader holds some megabytes and no more. */
const AT_ONCE = 4;

/**
 * Files in the database, piece by piece in the transaction of the step that wrote them: no half piece, no file that another
 * instance lacks, nothing under the web root. Parts follow one another; in an archive the head of each comes before it.
 */
@Injectable()
export class ExportFiles {
  /** The next rows as they were gathered. */
  async nextRows(tx: WriteTx, id: number, done: number, atMost: number): Promise<Cells[]> {
    const rows = await tx.rows<{ cells: Cells }>(
      `SELECT to_json(cells) AS cells FROM export_row WHERE export_id = $1 AND position > $2 ORDER BY position LIMIT ${atMost}`,
      [id, done],
    );
    return rows.map(({ cells }) => cells);
  }

  /** Sets chunks down behind what is there, packed where the file is an archive. */
  async write(
    tx: WriteTx,
    id: number,
    members: readonly Member[],
    chunks: readonly Chunk[],
    isArchive: boolean,
  ): Promise<Member[]> {
    const now = [...members];
    const pieces: Omit<Piece, 'position'>[] = [];
    for (const { part, bytes } of chunks) {
      const index = now.findIndex(({ name }) => name === part);
      const member = now[index];
      if (bytes.length === 0) continue;
      if (!member) throw new Error(`The file has no part ${part}`);
      if (isArchive) {
        const packed = await append(member, bytes);
        now[index] = packed.member;
        pieces.push({ part: index, bytes: packed.bytes });
      } else pieces.push({ part: index, bytes });
    }
    for (const { part, bytes } of pieces)
      await tx.rows(
        `INSERT INTO export_piece (export_id, part, position, bytes)
         SELECT $1, $2, coalesce(max(position), 0) + 1, $3 FROM export_piece WHERE export_id = $1 AND part = $2`,
        [id, part, bytes],
      );
    return now;
  }

  /** Ends the archive: the last block of each member, the heads with their sizes, the directory. */
  async frame(tx: WriteTx, id: number, members: readonly Member[], day: string): Promise<void> {
    const closed = members.map(close);
    const { heads, directory } = frame(
      closed.map(({ member }) => member),
      day,
    );
    const pieces: Piece[] = closed.flatMap(({ bytes }, part) => [
      { part, position: 0, bytes: heads[part] ?? Buffer.alloc(0) },
      { part, position: 2 ** 31 - 1, bytes },
    ]);
    for (const { part, position, bytes } of [
      ...pieces,
      { part: members.length, position: 0, bytes: directory },
    ])
      await tx.rows('INSERT INTO export_piece (export_id, part, position, bytes) VALUES ($1, $2, $3, $4)', [
        id,
        part,
        position,
        bytes,
      ]);
  }

  async *read(database: Rows, id: number): AsyncGenerator<Buffer> {
    let last: Pick<Piece, 'part' | 'position'> = { part: -1, position: 0 };
    for (;;) {
      const pieces = await database.rows<Piece>(
        `SELECT part, position, bytes FROM export_piece WHERE export_id = $1 AND (part, position) > ($2, $3)
         ORDER BY part, position LIMIT ${AT_ONCE}`,
        [id, last.part, last.position],
      );
      for (const { bytes } of pieces) yield bytes;
      const reached = pieces.at(-1);
      if (!reached) return;
      last = reached;
    }
  }

  async measure(tx: WriteTx, id: number): Promise<{ bytes: number; sha256: string }> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of this.read(tx, id)) {
      hash.update(piece);
      bytes += piece.length;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  async dropRows(tx: WriteTx, id: number): Promise<void> {
    await tx.rows('DELETE FROM export_row WHERE export_id = $1', [id]);
  }

  /** Nothing of it stays but the record. */
  async drop(tx: WriteTx, id: number): Promise<void> {
    await this.dropRows(tx, id);
    await tx.rows('DELETE FROM export_piece WHERE export_id = $1', [id]);
  }

  /** Files whose time is over, an hour later: by then nobody is in the middle of reading one. */
  async dropExpired(tx: WriteTx, now: Date): Promise<void> {
    await tx.rows(
      `DELETE FROM export_piece WHERE export_id IN
         (SELECT id FROM export WHERE kept_until < $1::timestamptz - interval '1 hour')`,
      [now],
    );
  }
}
