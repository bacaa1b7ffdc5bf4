import type { RegionView } from '@qingshan/contracts';
import { useLanguage } from '../../shell/i18n';
import { pathOf, useRegions } from '../../shell/regions';
import { useSession } from '../../shell/session-context';

export interface RegionOption {
  readonly value: string;
  readonly label: string;
  readonly children?: RegionOption[];
}

/** The regions below one, as a tree to choose from. */
const treeBelow = (
  regions: readonly RegionView[],
  code: string,
  name: (region: RegionView) => string,
): RegionOption[] =>
  regions
    .filter((region) => region.parentCode === code)
    .map((region) => {
      const children = treeBelow(regions, region.code, name);
      return { value: region.code, label: name(region), ...(children.length > 0 && { children }) };
    });

/** What this person's permission spans, with names. */
export const useReach = () => {
  const language = useLanguage();
  const { regions, nameOf } = useRegions();
  const { regionCode } = useSession().person;
  const name = (region: RegionView) => region[language === 'zh' ? 'nameZh' : 'nameEn'];
  const own = regions.find((region) => region.code === regionCode);
  return {
    own: regionCode,
    ownName: nameOf(regionCode),
    isWhole: own?.parentCode === null,
    nameOf,
    /** Divisions below one's own, to filter by. */
    options: treeBelow(regions, regionCode, name),
    /** Where a mine may be entered: counties and functional areas, one's own among them. */
    bookable: regions.filter(
      (region) =>
        (region.level === 'county' || region.level === 'functional') &&
        pathOf(regions, region.code).some((one) => one.code === regionCode),
    ),
    name,
    /** `Jiangxi / Ganzhou / Ganxian`. */
    pathText: (code: string) =>
      pathOf(regions, code)
        .map((region) => name(region))
        .join(' / '),
    pathWithin: (code: string) => {
      const path = pathOf(regions, code).map((region) => region.code);
      return path.slice(path.indexOf(regionCode) + 1);
    },
  };
};
