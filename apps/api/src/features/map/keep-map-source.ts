import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, mapRoutes } from '@qingshan/contracts';
import { basemapHost } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { MapSourceRow, type MapSourceKind } from './map-sources.row';

interface NewSource {
  readonly kind: MapSourceKind;
  readonly reviewNumber: string;
  readonly reviewedOn: string;
  readonly subject: string;
  readonly facts: object;
  readonly areas: string | null;
}

/** Puts boundaries or a basemap in force and ends what was there before; nothing is deleted. */
@Injectable()
export class KeepMapSource {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async set(caller: Caller, { subject, ...source }: NewSource): Promise<void> {
    if (source.reviewedOn > this.clock.today()) throw refused('date-in-future', { field: 'reviewedOn' });
    const { kind, reviewNumber, reviewedOn, facts } = source;
    await this.database.write(caller, async (tx) => {
      const before = await inForce(tx, kind);
      if (before) await end(tx, before);
      await tx.manager.insert(MapSourceRow, { ...source, personId: caller.actor.personId, version: 1 });
      await tx.record({
        action: `${kind}.set`,
        subject,
        ...(before && { before: before.said }),
        after: { reviewNumber, reviewedOn, ...facts },
      });
    });
  }

  async setBasemap(caller: Caller, body: BodyOf<typeof mapRoutes.setBasemap>): Promise<void> {
    const { reviewNumber, reviewedOn, ...facts } = body;
    const subject = basemapHost(body.url) ?? '';
    await this.set(caller, { kind: 'basemap', reviewNumber, reviewedOn, subject, facts, areas: null });
  }

  async end(caller: Caller, kind: MapSourceKind, version: number): Promise<void> {
    await this.database.write(caller, async (tx) => {
      const source = await inForce(tx, kind);
      if (!source) throw refused('not-found');
      if (source.version !== version) throw refused('version-conflict', { version: source.version });
      await end(tx, source);
      await tx.record({ action: `${kind}.ended`, before: source.said });
    });
  }
}

interface InForce {
  readonly id: number;
  readonly version: number;
  readonly said: Record<string, unknown>;
}

const inForce = async (tx: WriteTx, kind: MapSourceKind): Promise<InForce | undefined> => {
  const [source] = await tx.rows<InForce>(
    `SELECT id, version, facts || jsonb_build_object('reviewNumber', review_number, 'reviewedOn', reviewed_on) AS said
     FROM map_source WHERE kind = $1 AND ended_at IS NULL FOR UPDATE`,
    [kind],
  );
  return source;
};

const end = (tx: WriteTx, { id, version }: InForce) =>
  tx.rows('UPDATE map_source SET ended_at = clock_timestamp(), version = $2 WHERE id = $1', [
    id,
    version + 1,
  ]);
