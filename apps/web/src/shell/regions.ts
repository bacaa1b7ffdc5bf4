import { regionRoutes, type RegionView } from '@qingshan/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { useLanguage } from './i18n';
import { keys } from './keys';

const NONE: readonly RegionView[] = [];

/** The regions from the top down to this one, itself last. */
export const pathOf = (regions: readonly RegionView[], code: string): RegionView[] => {
  const region = regions.find((one) => one.code === code);
  if (!region) return [];
  return region.parentCode === null ? [region] : [...pathOf(regions, region.parentCode), region];
};

/** The divisions this person may see, parents before children, and their names in the page's language. */
export const useRegions = () => {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: keys.regions,
    staleTime: Infinity,
    queryFn: ({ signal }) => api(regionRoutes.list, {}, { signal }),
  });
  const regions = data?.regions ?? NONE;
  return {
    regions,
    nameOf: (code: string): string => {
      const region = regions.find((one) => one.code === code);
      return region ? region[language === 'zh' ? 'nameZh' : 'nameEn'] : code;
    },
  };
};
