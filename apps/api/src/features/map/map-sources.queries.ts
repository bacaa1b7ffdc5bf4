import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { MapSources } from '@qingshan/contracts';
import { basemapHost } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { JsonText } from '../../platform/http/json-text';
import { OutsideHosts } from '../../platform/outside-hosts';

/** What lies under the points, as it is in force. */
@Injectable()
export class MapSourcesQueries implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OutsideHosts) private readonly outside: OutsideHosts,
  ) {}

  onModuleInit(): void {
    this.outside.askedOf(async () => {
      const host = basemapHost((await this.inForce()).basemap?.url ?? '');
      return host ? [host] : [];
    });
  }

  async inForce(): Promise<MapSources> {
    const rows = await this.database.rows<{ kind: keyof MapSources; source: MapSources[keyof MapSources] }>(
      `SELECT s.kind, s.facts || jsonb_build_object('id', s.id, 'version', s.version, 'setAt', s.set_at,
                'personName', p.name, 'reviewNumber', s.review_number, 'reviewedOn', s.reviewed_on) AS source
       FROM map_source s JOIN person p ON p.id = s.person_id WHERE s.ended_at IS NULL`,
    );
    const sources = Object.fromEntries(rows.map(({ kind, source }) => [kind, source]));
    return { boundaries: null, basemap: null, ...sources };
  }

  /** Which boundaries are in force: what their answer is tagged by. */
  async boundariesId(): Promise<number | null> {
    return (await this.inForce()).boundaries?.id ?? null;
  }

  async boundaries(): Promise<JsonText> {
    const [row] = await this.database.rows<{ areas: string }>(
      `SELECT areas FROM map_source WHERE kind = 'boundaries' AND ended_at IS NULL`,
    );
    return new JsonText(`{"areas":${row?.areas ?? '[]'}}`);
  }
}
