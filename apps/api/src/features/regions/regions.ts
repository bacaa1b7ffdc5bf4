import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RegionTree, type Region } from '@qingshan/domain';
import { Database } from '../../platform/database/database';

/** The divisions in memory: small, read by every request, changed only by loading another list and starting again. */
@Injectable()
export class Regions implements OnModuleInit {
  tree = new RegionTree([]);

  constructor(@Inject(Database) private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const regions = await this.database
      .rows<Region>(`SELECT code, name_zh AS "nameZh", name_en AS "nameEn", level, parent_code AS "parentCode", successor_code AS "successorCode"
       FROM region ORDER BY code`);
    this.tree = new RegionTree(regions);
  }
}
