import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, exportRoutes } from '@qingshan/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { Regions } from '../regions/regions';
import { ExportRow } from './exports.row';

/** Records that somebody takes exactly what a filter shows. The file follows when it is fetched. */
@Injectable()
export class MakeExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(caller: Caller, { filter, language }: BodyOf<typeof exportRoutes.make>): Promise<number> {
    // Without a day an export is of today, and says so.
    const day = filter.asOf ?? this.clock.today();
    const region = this.regions.tree.find(caller.actor.regionCode);
    const place = language === 'zh' ? region?.nameZh : region?.nameEn.replaceAll(/[^A-Za-z]+/g, '-');
    const fileName = language === 'zh' ? `矿山台账-${place}-${day}.csv` : `mines-${place}-${day}.csv`;
    return this.database.write(caller, async (tx) => {
      const { identifiers } = await tx.manager.insert(ExportRow, {
        personId: caller.actor.personId,
        regionCode: caller.actor.regionCode,
        fileName,
        filter,
        language,
      });
      const id = Number(identifiers[0]?.id);
      await tx.record({
        action: 'export.made',
        subject: fileName,
        after: filter,
        detail: { exportId: id, language },
      });
      return id;
    });
  }
}
