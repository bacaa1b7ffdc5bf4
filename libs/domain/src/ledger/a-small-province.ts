import { RegionTree, type Region } from '../regions/region';

const region = (
  [code, nameZh, nameEn]: readonly [string, string, string],
  level: Region['level'],
  parentCode: string | null,
): Region => ({ code, nameZh, nameEn, level, parentCode, successorCode: null });

/** For tests: the divisions whose names are mixed up in practice (practice.md §4.1), with two former codes. */
export const aSmallProvince = (): RegionTree =>
  new RegionTree([
    region(['360000', '江西省', 'Jiangxi Province'], 'province', null),
    region(['360000-00', '待定', 'To be assigned'], 'unassigned', '360000'),
    region(['360100', '南昌市', 'Nanchang City'], 'city', '360000'),
    region(['360112', '新建区', 'Xinjian District'], 'county', '360100'),
    region(['360121', '南昌县', 'Nanchang County'], 'county', '360100'),
    region(['360112-01', '湾里管理局', 'Wanli Administration'], 'functional', '360112'),
    region(['360300', '萍乡市', 'Pingxiang City'], 'city', '360000'),
    region(['360302', '安源区', 'Anyuan District'], 'county', '360300'),
    region(['360500', '新余市', 'Xinyu City'], 'city', '360000'),
    region(['360502', '渝水区', 'Yushui District'], 'county', '360500'),
    region(['360700', '赣州市', 'Ganzhou City'], 'city', '360000'),
    region(['360704', '赣县区', 'Ganxian District'], 'county', '360700'),
    region(['360726', '安远县', 'Anyuan County'], 'county', '360700'),
    region(['360783', '龙南市', 'Longnan City'], 'county', '360700'),
    { ...region(['360727', '龙南县', 'Longnan County'], 'county', '360700'), successorCode: '360783' },
    region(['360800', '吉安市', 'Jian City'], 'city', '360000'),
    region(['360821', '吉安县', 'Jian County'], 'county', '360800'),
  ]);
