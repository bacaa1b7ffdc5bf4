import { afterEach, expect, test } from '@jest/globals';
import { PROBLEM_CODES, PROBLEMS } from '@qingshan/domain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { en } from '../../locales/en';
import { keys } from '../../shell/keys';
import { useProblemText, type RowProblem } from './problem-text';

const REGIONS = [
  { code: '360704', nameZh: '赣县区', nameEn: 'Ganxian District', level: 'county', parentCode: '360700' },
  { code: '360121', nameZh: '南昌县', nameEn: 'Nanchang County', level: 'county', parentCode: '360100' },
];

const World = ({ children }: { readonly children: ReactNode }) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(keys.regions, { regions: REGIONS });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
};

const mine = {
  label: (field: string) => field,
  text: (field: string, value: unknown) => `${field} ${String(value)}`,
};

const say = (given: Partial<RowProblem>) => {
  const problem: RowProblem = {
    column: 1,
    field: 'area',
    severity: 'error',
    code: 'not-a-number',
    found: '一百亩',
    allowed: null,
    ...given,
  };
  const { result } = renderHook(() => useProblemText(mine), { wrapper: World });
  const { sentence, found, allowed } = result.current;
  return [sentence(problem.code), found(problem), allowed(problem)];
};

const english = async () => {
  i18next.addResourceBundle('en', 'translation', en);
  await i18next.changeLanguage('en');
};

afterEach(async () => {
  await i18next.changeLanguage('zh');
});

test.each<[Partial<RowProblem>, string[]]>([
  [{}, ['不是数字', '一百亩', '—']],
  [{ code: 'number-missing', found: '' }, ['没有主体编号', '（空）', '—']],
  [{ code: 'too-long', found: 'x', allowed: '≤ 64' }, ['超过允许的长度', 'x', '最多 64 个字符']],
  [
    { code: 'unit-missing', allowed: 'm2, mu' },
    ['没有单位', '一百亩', '平方米、亩、万亩、公顷、平方公里、英亩'],
  ],
  [{ code: 'out-of-range', allowed: '0–9 yuan' }, ['超出允许的范围', '一百亩', '0–9 元']],
  [{ code: 'duplicate-row', found: 'K1', allowed: '5' }, ['与前面的行重复', 'K1', '见第 5 行']],
  [
    { code: 'region-not-changed', found: '360704', allowed: '360121' },
    ['导入不改变已有矿山的区县', '赣县区', '南昌县'],
  ],
  [
    { code: 'region-ambiguous', found: '安远', allowed: '360704, 360121' },
    ['有多个同名的地方，进入待定', '安远', '赣县区、南昌县'],
  ],
  [
    { code: 'stage-not-moved', found: 'restored', allowed: 'survey' },
    ['导入不改变已有矿山的阶段', '已修复', '普查'],
  ],
  [
    { code: 'code-unknown', field: 'miningMethod', found: 'S', allowed: 'A, B, C' },
    ['不在代码表内，未采用', 'S', '露天开采、井工开采(地下开采)、联合开采'],
  ],
  [
    { code: 'days-out-of-order', found: '2025-01-01', allowed: '≥ startedOn 2025-06-01' },
    ['早于前一环节的日期', '2025-01-01', '不早于开工日期 2025-06-01'],
  ],
  [
    { code: 'restored-exceeds-area', found: '9.00', allowed: '5.00' },
    ['修复面积大于图斑面积', 'areaSquareMetres 9.00', 'areaSquareMetres 5.00'],
  ],
  [
    { code: 'rows-disagree', field: 'region', found: '360704', allowed: '2' },
    ['与同一矿山前面的行不一致，以前面的行为准', 'regionCode 360704', '见第 2 行'],
  ],
])('%o', (problem, words) => expect(say(problem)).toEqual(words));

test('in English nothing of a problem is left in Chinese but what stood in the file', async () => {
  await english();
  for (const code of PROBLEM_CODES) {
    const said = say({
      code,
      severity: PROBLEMS[code],
      field: 'mineralCode',
      found: '360704',
      allowed: '360121, survey, ≥ startedOn 2025-06-01',
    });
    expect([code, ...said].join(' ')).not.toMatch(/\p{Script=Han}/u);
  }
});
