import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Anonymous, Caller } from '../http/caller';
import { refused } from '../http/refused';
import { JsonText } from '../http/json-text';
import { recordTrail, type TrailRecord } from '../trail/trail';
import { READ_POOL } from './pools';
import { inOneTransaction } from './retry';

const PREPARED_AT_MOST = 300;
const SLOW_AT_MOST_MS = 600_000;

/** Something that answers a statement with rows: both doors do. */
export interface Rows {
  rows<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
}

/** A transaction that writes. It commits only with an entry in the trail. */
export interface WriteTx extends Rows {
  readonly manager: EntityManager;
  record(...entries: readonly TrailRecord[]): Promise<void>;
  /** For the one statement of long work that may take minutes. */
  slowRows<T>(sql: string, values: readonly unknown[]): Promise<T[]>;
  /** This is a step of long work that changes no record: the step that ends it, or stops it, says so in the trail. */
  preparesOnly(): void;
}

/** The two doors to the database: one reads, one writes. */
@Injectable()
export class Database implements Rows {
  private readonly names = new Map<string, string>();

  constructor(
    @Inject(READ_POOL) private readonly pool: pg.Pool,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  rows<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.run<T>(this.pool, sql, values);
  }

  private async run<T>(on: pg.Pool | pg.ClientBase, sql: string, values: readonly unknown[]): Promise<T[]> {
    const result = await on.query({ name: this.nameOf(sql), text: sql, values: [...values] });
    return result.rows as T[];
  }

  /** A statement is prepared under one name; the rare ones beyond the cap are planned each time. */
  private nameOf(sql: string): string | undefined {
    const known = this.names.get(sql);
    if (known !== undefined || this.names.size >= PREPARED_AT_MOST) return known;
    const name = `q${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }

  /** One statement whose single value is JSON text, handed to the caller unparsed (performance.md §3). */
  async json(sql: string, values: readonly unknown[]): Promise<JsonText | null> {
    const [row] = await this.rows<{ json: string | null }>(sql, values);
    return row?.json ? new JsonText(row.json) : null;
  }

  /**
   * Does the work in one transaction and gives back its result. A repeated request with the same key gets the first
   * one's answer; a conflict with another writer is tried again, three times at most.
   */
  async write<T>(caller: Caller | Anonymous, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    return inOneTransaction(this.source, async (manager) => {
      const client = (await manager.queryRunner?.connect()) as pg.ClientBase;
      const rows = <R>(sql: string, values: readonly unknown[] = []) => this.run<R>(client, sql, values);
      const answered = await this.answerGiven<T>(caller, rows);
      if (answered) return answered.answer;
      let isAccountedFor = false;
      const result = await work({
        manager,
        rows,
        record: async (...entries) => {
          await recordTrail(rows, caller, entries);
          if (entries.length > 0) isAccountedFor = true;
        },
        slowRows: async <R>(sql: string, values: readonly unknown[]) => {
          await rows(`SET LOCAL statement_timeout = ${SLOW_AT_MOST_MS}`);
          const slow = { text: sql, values: [...values], query_timeout: SLOW_AT_MOST_MS };
          return (await client.query(slow)).rows as R[];
        },
        preparesOnly: () => {
          isAccountedFor = true;
        },
      });
      // A write without a trail does not commit (S56, S60).
      if (!isAccountedFor) throw new Error('A write transaction recorded nothing in the trail');
      await this.keepAnswer(caller, rows, result);
      return result;
    });
  }

  private async answerGiven<T>(
    caller: Caller | Anonymous,
    rows: Rows['rows'],
  ): Promise<{ answer: T } | null> {
    if (caller.actor === null || !caller.once) return null;
    const { key, requestHash } = caller.once;
    const fresh = await rows(
      'INSERT INTO idempotency (key, person_id, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key',
      [key, caller.actor.personId, requestHash],
    );
    if (fresh.length > 0) return null;
    const [given] = await rows<{ request_hash: Buffer; answer: T }>(
      'SELECT request_hash, answer FROM idempotency WHERE person_id = $1 AND key = $2',
      [caller.actor.personId, key],
    );
    if (!given?.request_hash.equals(requestHash)) throw refused('key-reused', { key });
    return { answer: given.answer };
  }

  private async keepAnswer(caller: Caller | Anonymous, rows: Rows['rows'], answer: unknown): Promise<void> {
    if (caller.actor === null || !caller.once) return;
    await rows('UPDATE idempotency SET answer = $3 WHERE person_id = $1 AND key = $2', [
      caller.actor.personId,
      caller.once.key,
      JSON.stringify(answer ?? null),
    ]);
  }
}
