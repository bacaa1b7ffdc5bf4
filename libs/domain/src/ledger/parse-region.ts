import { REGION_CODE, type Region, type RegionTree } from '../regions/region';
import { folded } from './cell-text';
import { problem, valueWith, type Parsed } from './problems';

/**
 * Names and codes Jiangxi has replaced since 2010 (jiangxi-division-history.csv): ledgers of 2013–2021 carry them.
 * 湾里 was merged into 新建区 but goes on reporting; where the tree knows its administration, that is its place.
 */
const REPLACED: readonly { readonly code: string; readonly name: string; readonly now: readonly string[] }[] =
  [
    { code: '360105', name: '湾里区', now: ['湾里管理局', '360112'] },
    { code: '360122', name: '新建县', now: ['360112'] },
    { code: '360402', name: '庐山区', now: ['360402'] },
    { code: '360421', name: '九江县', now: ['360404'] },
    { code: '360427', name: '星子县', now: ['360483'] },
    { code: '360622', name: '余江县', now: ['360603'] },
    { code: '360721', name: '赣县', now: ['360704'] },
    { code: '360782', name: '南康市', now: ['360703'] },
    { code: '360727', name: '龙南县', now: ['360783'] },
    { code: '361029', name: '东乡县', now: ['361003'] },
    { code: '361121', name: '上饶县', now: ['361104'] },
    { code: '361122', name: '广丰县', now: ['361103'] },
  ];

interface Found {
  readonly region: Region;
  readonly replaced: boolean;
}

interface Directory {
  readonly byName: ReadonlyMap<string, readonly Found[]>;
  readonly cities: readonly Region[];
}

/** 安远县 also answers to 安远, Anyuan County to anyuan; one sign alone is no name. */
const namesOf = (region: { nameZh: string; nameEn: string }): string[] => {
  const zh = folded(region.nameZh);
  const en = folded(region.nameEn);
  const short = zh.replace(/(?:管理局|管委会|开发区|新区|自治县|[省市区县])$/, '');
  const shortEn = en.replace(/(?:city|district|county|province)$/, '');
  return [
    ...new Set([zh, en, ...(short.length > 1 ? [short] : []), ...(shortEn.length > 2 ? [shortEn] : [])]),
  ];
};

const isPlace = (region: Region): boolean => region.level !== 'unassigned';

const directoryOf = (tree: RegionTree): Directory => {
  const byName = new Map<string, Found[]>();
  const add = (name: string, found: Found) => {
    const others = byName.get(name) ?? [];
    if (!others.some((other) => other.region.code === found.region.code))
      byName.set(name, [...others, found]);
  };
  const regions = tree.all().filter(isPlace);
  for (const region of regions) for (const name of namesOf(region)) add(name, { region, replaced: false });
  for (const { name, now } of REPLACED) {
    const region = now
      .map((key) => tree.find(key) ?? regions.find((one) => one.nameZh === key))
      .find(Boolean);
    if (region && !byName.get(name)?.some((found) => found.region.nameZh === name))
      add(name, { region, replaced: true });
  }
  return { byName, cities: regions.filter((region) => region.level === 'city') };
};

const DIRECTORIES = new WeakMap<RegionTree, Directory>();

const directory = (tree: RegionTree): Directory => {
  const known = DIRECTORIES.get(tree) ?? directoryOf(tree);
  DIRECTORIES.set(tree, known);
  return known;
};

const byCode = (tree: RegionTree, text: string): Found | null => {
  const code = /^\d{12}$/.test(text) ? text.slice(0, 6) : text.toUpperCase().replace(/\.0$/, '');
  if (!REGION_CODE.test(code)) return null;
  const old = REPLACED.find((one) => one.code === code && !one.now.includes(code));
  const successor = old?.now
    .map((key) => tree.find(key) ?? tree.all().find((one) => one.nameZh === key))
    .find(Boolean);
  const region = successor ?? tree.current(code);
  return region ? { region, replaced: region.code !== code } : null;
};

/** 江西省赣州市安远县 → 安远县: leading province and city are taken off while something is left. */
const withoutUpper = (text: string, cities: readonly Region[]): { rest: string; city: Region | null } => {
  const noProvince = text.replace(/^江西省?(?=.)/, '');
  const city = cities.find(
    ({ nameZh }) => noProvince.startsWith(nameZh) && noProvince.length > nameZh.length,
  );
  return { rest: city ? noProvince.slice(city.nameZh.length) : noProvince, city: city ?? null };
};

const LOWEST_LEVELS: readonly Region['level'][] = ['county', 'functional'];

const narrowed = (tree: RegionTree, found: readonly Found[], cityCode: string | null): readonly Found[] => {
  const low = found.filter(({ region }) => LOWEST_LEVELS.includes(region.level));
  const counted = low.length > 0 ? low : found;
  const inside = cityCode ? counted.filter(({ region }) => tree.contains(cityCode, region.code)) : [];
  return inside.length > 0 ? inside : counted;
};

/** 赣州赣县: a city by its short name, where what is left is a place. */
const withoutShortCity = (
  text: string,
  { byName, cities }: Directory,
): { rest: string; city: Region } | null => {
  for (const city of cities) {
    const short = city.nameZh.replace(/市$/, '');
    if (!text.startsWith(short) || text.startsWith(city.nameZh)) continue;
    const rest = text.slice(short.length);
    if (byName.has(rest)) return { rest, city };
  }
  return null;
};

/** Its code beside the name, and the name it had: 安远县(360726), 360726安远县, 赣县区(原赣县). */
const CODE_BESIDE = /^\(?(\d{6})\)?[-_、.:]?(?=\p{Script=Han})|(?<=\p{Script=Han})[-_、.:]?\(?(\d{6})\)?$/u;
const FORMERLY = /(?<=.)\((?:原|曾用名)[^()]{1,12}\)$/;

/** The city a cell names, by code or by name; null when there is none of the kind. */
export const cityOf = (tree: RegionTree, cell: string): Region | null => {
  const text = folded(cell);
  const coded = byCode(tree, text)?.region;
  const region =
    coded ??
    directory(tree)
      .byName.get(withoutUpper(text, []).rest)
      ?.find((one) => one.region.level === 'city')?.region;
  return region?.level === 'city' ? region : null;
};

const judged = (tree: RegionTree, { region, replaced }: Found, city: Region | null): Parsed<Region> => {
  if (region.level === 'unassigned') return problem('region-missing');
  if (!LOWEST_LEVELS.includes(region.level)) return problem('region-too-wide');
  if (city && !tree.contains(city.code, region.code))
    return valueWith(region, 'region-outside-city', city.code);
  return replaced ? valueWith(region, 'region-replaced', region.code) : { value: region };
};

const named = (tree: RegionTree, text: string, city: Region | null): Parsed<Region> => {
  // 待定 is where a mine waits, and no place.
  if (text === '待定' || text === '待分配') return problem('region-missing');
  const all = directory(tree);
  const { byName, cities } = all;
  const whole = withoutUpper(text, cities);
  const upper = byName.has(whole.rest) ? whole : (withoutShortCity(whole.rest, all) ?? whole);
  const within = upper.city ?? city;
  // An exact full name wins over short forms: 吉安市 is the city and 吉安县 the county, whatever 吉安 may mean.
  const exact = (byName.get(text) ?? []).filter(({ region }) =>
    [folded(region.nameZh), folded(region.nameEn)].includes(text),
  );
  const found =
    exact.length === 1
      ? exact
      : narrowed(tree, byName.get(text) ?? byName.get(upper.rest) ?? [], within?.code ?? null);
  if (found.length === 0) return problem('region-unknown');
  if (found.length > 1) return problem('region-ambiguous', found.map(({ region }) => region.code).join(', '));
  return found[0] ? judged(tree, found[0], within) : problem('region-unknown');
};

/** A name with its code beside it: both must mean the same place. */
const agreed = (tree: RegionTree, code: string, name: string, city: Region | null): Parsed<Region> => {
  const byItsName = named(tree, name, city);
  const coded = byCode(tree, code)?.region.code;
  if ('problem' in byItsName || coded === undefined || coded === byItsName.value.code) return byItsName;
  return problem('region-ambiguous', `${coded}, ${byItsName.value.code}`);
};

/** The county or functional area a cell names, by code or name in either language, today's or a former one (practice.md §4.1). */
export const parseRegion = (tree: RegionTree, cell: string, city: Region | null): Parsed<Region> => {
  const text = folded(cell);
  const coded = byCode(tree, text);
  if (coded) return judged(tree, coded, city);
  const beside = CODE_BESIDE.exec(text);
  if (beside) return agreed(tree, beside[1] ?? beside[2] ?? '', text.replace(beside[0], ''), city);
  return named(tree, text.replace(FORMERLY, ''), city);
};

/** The county whose whole name a place begins with, 江西省赣州市 taken off: 赣县区王母渡镇. The longest name counts. */
export const countyLeading = (tree: RegionTree, place: string): Region | null => {
  const { rest } = withoutUpper(folded(place), directory(tree).cities);
  return tree
    .all()
    .filter(({ level, nameZh }) => LOWEST_LEVELS.includes(level) && rest.startsWith(folded(nameZh)))
    .reduce<Region | null>(
      (best, one) => (one.nameZh.length > (best?.nameZh.length ?? 0) ? one : best),
      null,
    );
};

/** 赣县区王母渡镇 is the town 王母渡镇; the county has its own place. A former name is taken off as well. */
export const withoutCounty = (tree: RegionTree, town: string, regionCode: string | undefined): string => {
  const { cities } = directory(tree);
  const { rest } = withoutUpper(folded(town), cities);
  const county = regionCode === undefined ? null : tree.find(regionCode);
  const names = [
    ...(county ? [county.nameZh] : []),
    ...REPLACED.filter(({ now }) => county && now.includes(county.code)).map(({ name }) => name),
  ];
  const leading = names.find((name) => rest.length > name.length && rest.startsWith(name));
  return leading ? rest.slice(leading.length) : town;
};
