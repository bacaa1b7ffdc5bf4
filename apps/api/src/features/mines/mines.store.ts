import { Inject, Injectable } from '@nestjs/common';
import { needsSecondPerson, type Actor } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import type { WriteTx } from '../../platform/database/database';
import { refused, throwIf } from '../../platform/http/refused';
import { Scope } from '../regions/scope';
import { laterChange, PERIODS_BEYOND, type Period } from './later-change';
import { columnOf, selectFields, STATE_FIELDS } from './mine-columns';
import type { MineRow } from './mines.row';
import { pendingOf } from './under-review';

/** Who proposed a change of what was accepted, and who else confirmed it. */
export interface SecondPerson {
  readonly proposedBy: number;
  readonly confirmedBy: number;
  readonly correctionId: number;
}

export type NewMine = Omit<MineRow, 'id' | 'version' | 'updatedAt'>;
type MineChanges = Partial<Omit<MineRow, 'id' | 'version' | 'updatedAt' | 'effectiveOn'>>;

// Written by hand: these run in every act on a mine, and a prepared statement costs a tenth of a built one.
const LOCKED_MINE = `SELECT m.id, m.version, m.effective_on AS "effectiveOn", m.updated_at AS "updatedAt", ${selectFields('m', STATE_FIELDS)}
  FROM mine m WHERE m.id = $1 FOR UPDATE`;

// The mine is held by now: what stands against a change stays as it is until the transaction ends.
const STANDS_AGAINST = `SELECT (${pendingOf('($1::bigint[])[1]')}) AS pending,
  (SELECT json_agg(b) FROM (${PERIODS_BEYOND}) b) AS periods`;

/** Most changes come after everything that is known of the mine: they are looked at and written in one statement. */
const NOTHING_STANDS_AGAINST = `NOT EXISTS (${pendingOf('m.id')}) AND NOT EXISTS (SELECT FROM mine_period p
  WHERE p.mine_id = m.id AND p.recorded_to = 'infinity' AND p.valid_from > $3::date)`;

/** Of a mine that has just been entered. */
export const FIRST_VERSION = 1;

const COLUMN_NAMES = [...STATE_FIELDS, 'effectiveOn' as const].map(
  (field) => [field, columnOf(field)] as const,
);
const COLUMNS = COLUMN_NAMES.map(([, column]) => column).join(', ');
const ENTER_MINES = `INSERT INTO mine (${COLUMNS}, version, updated_at)
  SELECT ${COLUMNS}, ${FIRST_VERSION}, $2 FROM jsonb_populate_recordset(NULL::mine, $1::jsonb) RETURNING id, number`;

const asRow = (mine: NewMine): Record<string, unknown> =>
  Object.fromEntries(COLUMN_NAMES.map(([field, column]) => [column, mine[field]]));

/** Loads and saves a mine whole: scope, version and the order of days are looked at here, for every act. */
@Injectable()
export class MinesStore {
  constructor(
    @Inject(Scope) private readonly scope: Scope,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The mine, locked until the transaction ends. Out of reach is not found. */
  async hold(tx: WriteTx, actor: Actor, id: number): Promise<MineRow> {
    const [mine] = await tx.rows<MineRow>(LOCKED_MINE, [id]);
    if (!mine || !this.scope.reaches(actor, mine.regionCode)) throw refused('not-found');
    return mine;
  }

  /** The mine, held, as the person saw it: another version is a conflict. */
  async load(tx: WriteTx, actor: Actor, id: number, version: number): Promise<MineRow> {
    const mine = await this.hold(tx, actor, id);
    if (mine.version !== version) throw refused('version-conflict', await this.conflict(tx, mine));
    return mine;
  }

  /** Writes the changes as of a day and gives the version made; the database keeps history, figures and search in step. */
  async save(
    tx: WriteTx,
    mine: MineRow,
    changes: MineChanges,
    effectiveOn: string,
    second?: SecondPerson,
  ): Promise<number> {
    refuseAlone(mine, changes, second);
    return this.write(tx, mine, changes, effectiveOn);
  }

  /** The mine's next version with no other fact: something that came later was noted beside it, which one person may do (K37). */
  touch(tx: WriteTx, mine: MineRow): Promise<number> {
    return this.write(tx, mine, {}, mine.effectiveOn);
  }

  private async write(
    tx: WriteTx,
    mine: MineRow,
    changes: MineChanges,
    effectiveOn: string,
  ): Promise<number> {
    const today = this.clock.today();
    if (effectiveOn > today) throw refused('date-in-future', { today });
    const fields = STATE_FIELDS.filter((field) => changes[field] !== undefined);
    const values = fields.map((field) => changes[field]);
    const update = `UPDATE mine m SET ${fields.map((field, index) => `${columnOf(field)} = $${index + 5}, `).join('')}
      effective_on = $3, version = version + 1, updated_at = $4 WHERE m.id = $1 AND m.version = $2`;
    const run = async (sql: string) => {
      const given = [mine.id, mine.version, effectiveOn, this.clock.now(), ...values];
      const [written] = await tx.rows<{ version: number }>(`${sql} RETURNING version`, given);
      return written?.version;
    };
    const quick = await run(`${update} AND ${NOTHING_STANDS_AGAINST}`);
    if (quick !== undefined) return quick;
    await this.refuseWhatStandsAgainst(tx, mine, Object.keys(changes), effectiveOn);
    const late = await run(update);
    if (late === undefined) throw refused('version-conflict');
    return late;
  }

  /** Enters mines together and gives their ids in the same order. */
  async insert(tx: WriteTx, mines: readonly NewMine[]): Promise<number[]> {
    if (mines.length === 0) return [];
    const made = await tx.rows<{ id: number; number: string }>(ENTER_MINES, [
      JSON.stringify(mines.map(asRow)),
      this.clock.now(),
    ]);
    const ids = new Map(made.map(({ number, id }) => [number, Number(id)]));
    return mines.map(({ number }) => ids.get(number) ?? 0);
  }

  /**
   * What is before a reviewer stays as it was submitted. A change may be told late, but not slip in before the mine was
   * found or before a later change of the same field.
   */
  private async refuseWhatStandsAgainst(
    tx: WriteTx,
    mine: MineRow,
    fields: string[],
    effectiveOn: string,
  ): Promise<void> {
    const [found] = await tx.rows<{ pending: string | null; periods: Period[] }>(STANDS_AGAINST, [
      [mine.id],
      effectiveOn,
    ]);
    if (found?.pending) throw refused('under-review', { stage: found.pending });
    throwIf(laterChange(found?.periods ?? [], fields, effectiveOn));
  }

  /** What a person with a stale version must see: the facts as they are, who wrote them and when. */
  private async conflict(tx: WriteTx, mine: MineRow): Promise<Record<string, unknown>> {
    const [last] = await tx.rows<{ by: string | null; at: Date }>(
      `SELECT p.name AS by, t.recorded_at AS at FROM trail t LEFT JOIN person p ON p.id = t.person_id
       WHERE t.mine_id = $1 ORDER BY t.id DESC LIMIT 1`,
      [mine.id],
    );
    const current = Object.fromEntries(STATE_FIELDS.map((field) => [field, mine[field]]));
    return { version: mine.version, current, by: last?.by ?? null, at: last?.at?.toISOString() ?? null };
  }
}

/** K37: an accepted mine moves on by its moves, but its facts are changed by nobody alone. */
const refuseAlone = (mine: MineRow, changes: MineChanges, second: SecondPerson | undefined): void => {
  if (!needsSecondPerson(mine.stage) || changes.stage !== undefined) return;
  if (!second || second.proposedBy === second.confirmedBy) throw refused('second-person-needed');
};
