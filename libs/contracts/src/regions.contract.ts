import { REGION_LEVELS } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { regionCode } from './values';

const regionView = z
  .object({
    code: regionCode,
    nameZh: z.string(),
    nameEn: z.string(),
    level: z.enum(REGION_LEVELS),
    parentCode: regionCode.nullable(),
  })
  .meta({ id: 'Region' });

export type RegionView = z.output<typeof regionView>;

export const regionRoutes = {
  list: route('GET', '/regions', {
    summary: 'Divisions in force, parents before children',
    may: 'region.read',
    response: z.object({ regions: z.array(regionView) }),
  }),
};
