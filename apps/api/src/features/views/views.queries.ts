import { Inject, Injectable } from '@nestjs/common';
import type { SavedView } from '@qingshan/contracts';
import type { Actor } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { refused } from '../../platform/http/refused';
import { Regions } from '../regions/regions';

/** Shared views come from one's own division or one above it: a county sees its city's, never another county's. */
const SEEN = `
  SELECT v.id, v.version, v.name, v.filter, v.layout, v.shared, p.name AS "personName", v.person_id = $1 AS own
  FROM saved_view v JOIN person p ON p.id = v.person_id
  WHERE v.removed_at IS NULL AND (v.person_id = $1 OR (v.shared AND p.region_code = ANY($2::text[])))`;

@Injectable()
export class ViewsQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Regions) private readonly regions: Regions,
  ) {}

  async list(actor: Actor): Promise<{ views: SavedView[] }> {
    const views = await this.database.rows<SavedView>(`${SEEN} ORDER BY own DESC, v.id`, this.reach(actor));
    return { views };
  }

  async one(actor: Actor, id: number): Promise<SavedView> {
    const [view] = await this.database.rows<SavedView>(`${SEEN} AND v.id = $3`, [...this.reach(actor), id]);
    if (!view) throw refused('not-found');
    return view;
  }

  private reach(actor: Actor): [number, string[]] {
    return [actor.personId, this.regions.tree.withAncestors(actor.regionCode).map(({ code }) => code)];
  }
}
