import { Inject, Injectable } from '@nestjs/common';
import { base64Of, bytesOfBase64, consistencyRanges, GrowingTree, subtreesOf } from '@qingshan/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { sha256 } from '../../../platform/sealing/crypto';
import type { SignedHead } from '../../../signer/protocol';
import type { Running } from './low-water';
import { BrokenTree, readRanges, readSubtrees, type RunsSql } from './read-tree';

/** What one look added to the tree. */
export interface Appended {
  readonly count: number;
  readonly lastId: number;
  readonly running: Running;
}

export interface Head {
  readonly origin: string;
  /** Entries in the tree. */
  readonly size: number;
  /** Entries under the last checkpoint. */
  readonly sealed: number;
}

interface Leaf {
  readonly index: number;
  readonly id: number;
  readonly leaf: Buffer;
}

const RUNNING = `SELECT pg_snapshot_xmin(s)::text AS xmin, pg_snapshot_xmax(s)::text AS xmax FROM pg_current_snapshot() s`;
const SIZE = 'SELECT coalesce(max(leaf_index) + 1, 0) FROM trail_leaf';
const APPEND = `
  INSERT INTO trail_leaf (leaf_index, trail_id, leaf)
  SELECT (${SIZE}) + row_number() OVER (ORDER BY id) - 1, id, leaf
  FROM (SELECT id, leaf FROM trail t
        WHERE id > $1 AND NOT EXISTS (SELECT FROM trail_leaf l WHERE l.trail_id = t.id)
        ORDER BY id LIMIT $2) fresh
  RETURNING leaf_index AS index, trail_id AS id, leaf`;

/** The tree as it is kept. It is not business data: what it holds follows from the trail, which does not record it again. */
@Injectable()
export class TreeStore {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Adds entries above an id that are not in the tree yet. Null while another instance does so. */
  append(aboveId: number, atMost: number): Promise<Appended | null> {
    return this.source.transaction(async (manager) => {
      const rows = runnerOf(manager);
      const [lock] = await rows<{ taken: boolean }>(
        `SELECT pg_try_advisory_xact_lock(hashtext('qingshan.sealer')) AS taken`,
        [],
      );
      if (!lock?.taken) return null;
      // Read before the look, so that whatever has ended by now is seen by it.
      const [running] = await rows<{ xmin: string; xmax: string }>(RUNNING, []);
      const leaves = (await rows<Leaf>(APPEND, [aboveId, atMost])).sort((a, b) => a.index - b.index);
      await addNodes(rows, leaves);
      return {
        count: leaves.length,
        lastId: leaves.at(-1)?.id ?? 0,
        running: { xmin: BigInt(running?.xmin ?? 0), xmax: BigInt(running?.xmax ?? 0) },
      };
    });
  }

  async head(): Promise<Head> {
    const [head] = await this.rows<Head>(
      `SELECT origin, (${SIZE}) AS size, (SELECT coalesce(max(size), 0) FROM trail_checkpoint) AS sealed FROM trail_log`,
      [],
    );
    if (!head) throw new BrokenTree('the log has no name');
    return head;
  }

  /** The root over so many entries, and that it continues a smaller one. */
  async proof(older: number, size: number): Promise<{ root: string; proof: string[] }> {
    const [root, ...proof] = await readRanges(this.rows, [
      { from: 0, to: size },
      ...consistencyRanges(older, size),
    ]);
    return { root: base64Of(root as Uint8Array), proof: proof.map(base64Of) };
  }

  async keep(heads: readonly (SignedHead & { readonly key: string })[]): Promise<void> {
    for (const { size, root, note, key } of heads)
      await this.rows(
        `INSERT INTO trail_checkpoint (size, root, note, signer_key) VALUES ($1, $2, $3, $4) ON CONFLICT (size) DO NOTHING`,
        [size, Buffer.from(bytesOfBase64(root) ?? []), note, key],
      );
  }

  private readonly rows: RunsSql = (sql, values) => runnerOf(this.source)(sql, values);
}

const runnerOf =
  (runs: DataSource | EntityManager): RunsSql =>
  <T>(sql: string, values: readonly unknown[]) =>
    runs.query(sql, [...values]) as Promise<T[]>;

const addNodes = async (rows: RunsSql, leaves: readonly Leaf[]): Promise<void> => {
  const [first] = leaves;
  if (!first) return;
  const tree = new GrowingTree(sha256, first.index, await readSubtrees(rows, subtreesOf(0, first.index)));
  const nodes = leaves.flatMap(({ leaf }) => tree.append(leaf));
  await rows(
    `INSERT INTO trail_node (level, index, hash) SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])`,
    [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash)),
    ],
  );
};
