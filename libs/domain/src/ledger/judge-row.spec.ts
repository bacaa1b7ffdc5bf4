import { describe, expect, test } from '@jest/globals';
import { aSmallProvince } from './a-small-province';
import type { LedgerField, LedgerUnit, MappedColumn } from './fields';
import { judgeRow, type JudgeContext, type JudgedRow } from './judge-row';

const regions = aSmallProvince();

type Cells = Partial<Record<LedgerField, string>>;
type Units = Partial<Record<LedgerField, LedgerUnit>>;

const mappingOf = (cells: Cells, units: Units): MappedColumn[] =>
  (Object.keys(cells) as LedgerField[]).map((field, column) => ({
    column,
    field,
    unit: units[field] ?? null,
  }));

const judge = (
  cells: Cells,
  { units = {}, ...context }: Partial<JudgeContext> & { units?: Units } = {},
): JudgedRow =>
  judgeRow({ rowNumber: 7, cells: Object.values(cells) }, mappingOf(cells, units), { regions, ...context });

const aMine: Cells = { number: 'K1', name: '一号矿', region: '安远县' };
const inSquareMetres: Units = { area: 'm2', restoredArea: 'm2', untreatedArea: 'm2' };
const codes = ({ problems }: JudgedRow) =>
  problems.map(({ severity, code, field }) => `${severity} ${code} ${field}`);

test('a whole row becomes facts', () => {
  const row = judge(
    {
      ...aMine,
      city: '赣州市',
      town: '欣山镇',
      location: '某村',
      longitude: '115.39',
      latitude: '25.13',
      mineralCode: '砖瓦用粘土',
      miningMethod: '露天开采',
      closureYear: '2013年',
      approach: '自然恢复',
      planApprovalNo: '安自然资〔2022〕5号',
      planApprovedOn: '2022年3月1日',
      fundingSource: '社会资本',
      fundsAllocatedFen: '120.5',
      fundsAllocatedOn: '2022-05-01',
      startedOn: '2022/6/1',
      finishedOn: '2023-01-02',
      acceptanceNo: '/',
      acceptedOn: '',
      remark: '无',
      stage: '修复验收',
      patchNumber: 'CT360726202100000100 1',
      patchSubclass: '11',
      patchAttribute: '1',
      area: '15',
      restoredArea: '10',
      untreatedArea: '5',
    },
    {
      units: { area: 'mu', restoredArea: 'mu', untreatedArea: 'mu', fundsAllocatedFen: 'wan' },
      today: '2026-11-23',
    },
  );
  expect(row).toEqual({
    rowNumber: 7,
    facts: {
      number: 'K1',
      name: '一号矿',
      regionCode: '360726',
      town: '欣山镇',
      location: '某村',
      longitude: '115.39',
      latitude: '25.13',
      mineralCode: '84412',
      miningMethod: 'A',
      closureYear: 2013,
      approach: 'A',
      planApprovalNo: '安自然资〔2022〕5号',
      planApprovedOn: '2022-03-01',
      fundingSource: 'SOCIAL',
      fundsAllocatedFen: '120500000',
      fundsAllocatedOn: '2022-05-01',
      startedOn: '2022-06-01',
      finishedOn: '2023-01-02',
      acceptanceNo: null,
      acceptedOn: null,
      remark: null,
    },
    patch: {
      number: 'CT3607262021000001001',
      subclass: '11',
      attribute: '1',
      areaSquareMetres: '10000.00',
      restoredSquareMetres: '6666.67',
      untreatedSquareMetres: '3333.33',
    },
    stage: 'completion',
    unassigned: false,
    version: null,
    problems: [],
    nulled: 2,
    kept: [],
  });
});

describe('who the mine is', () => {
  test('without a number or a name a row cannot come in', () => {
    expect(codes(judge({ ...aMine, number: '/' }))).toEqual(['error number-missing number']);
    expect(codes(judge({ ...aMine, name: 'N/A' }))).toEqual(['error name-missing name']);
    expect(codes(judge({ name: '矿', region: '安远县' }))).toEqual(['error number-missing number']);
  });

  test('a ledger without a name column calls a mine by its place, and says so', () => {
    const row = judge({ number: 'K1', location: '安远县欣山镇 采石场', region: '安远县' });
    expect(row.facts.name).toBe('安远县欣山镇 采石场');
    expect(codes(row)).toEqual(['warning name-from-location location']);
  });

  test('a city without a county is too wide to keep a mine in, and said at the city', () => {
    const { region: _, ...placeless } = aMine;
    expect(judge({ ...placeless, city: '赣州市' })).toMatchObject({
      unassigned: true,
      problems: [{ field: 'city', code: 'region-too-wide', found: '赣州市' }],
    });
    expect(codes(judge({ ...placeless, city: '忻州市' }))).toEqual(['warning region-unknown city']);
    expect(codes(judge(placeless))).toEqual(['warning region-missing region']);
  });

  test('a mine we know needs neither name nor region: a ledger of funds has none', () => {
    const row = judge(
      { number: 'K1', fundsAllocatedFen: '3' },
      { units: { fundsAllocatedFen: 'wan' }, isKnownMine: (number) => number === 'K1' },
    );
    expect(row).toMatchObject({
      facts: { number: 'K1', fundsAllocatedFen: '3000000' },
      problems: [],
      unassigned: false,
    });
    expect(row.facts).not.toHaveProperty('regionCode');
  });

  test('a number that went through Excel as a number is damaged', () =>
    expect(judge({ ...aMine, number: '3.60727E+17' }).problems).toEqual([
      { column: 0, field: 'number', severity: 'error', code: 'number-damaged', found: '3.60727E+17' },
    ]));

  test('a text longer than the register holds is refused and not cut', () => {
    const row = judge({ ...aMine, remark: 'x'.repeat(2001) });
    expect(row.facts).not.toHaveProperty('remark');
    expect(row.problems).toMatchObject([{ code: 'too-long', severity: 'error', allowed: '≤ 2000' }]);
    expect(row.problems[0]?.found).toHaveLength(200);
  });
});

describe('where it lies', () => {
  test('a place in no division sends the row to 待定, and a person is told', () => {
    const row = judge({ ...aMine, region: '霍邱县' });
    expect(row).toMatchObject({ unassigned: true, facts: { regionCode: '360000-00' } });
    expect(row.problems).toEqual([
      { column: 2, field: 'region', severity: 'warning', code: 'region-unknown', found: '霍邱县' },
    ]);
  });

  test('one half of a point is told and not taken', () => {
    const row = judge({ ...aMine, longitude: '115.39', latitude: '/' });
    expect(codes(row)).toEqual(['warning coordinates-incomplete latitude']);
    expect(row.facts).not.toHaveProperty('longitude');
  });

  test('metres without their zone are told and not taken', () => {
    const row = judge({ ...aMine, longitude: '512345', latitude: '2781234' });
    expect(codes(row)).toEqual(['warning projected-coordinates longitude']);
    expect(row.facts).not.toHaveProperty('longitude');
  });

  test('exchanged columns are put right', () =>
    expect(judge({ ...aMine, longitude: '25.13', latitude: '115.39' })).toMatchObject({
      facts: { longitude: '115.39', latitude: '25.13' },
      problems: [{ code: 'coordinates-swapped', severity: 'warning' }],
    }));

  test('no coordinates at all are no problem', () =>
    expect(judge({ ...aMine, longitude: '', latitude: '无' })).toMatchObject({
      facts: { longitude: null, latitude: null },
      problems: [],
      nulled: 1,
    }));
});

describe('areas', () => {
  const areas = (area: string, restoredArea: string, untreatedArea: string) =>
    judge({ ...aMine, area, restoredArea, untreatedArea }, { units: inSquareMetres });

  test('K02: more restored than damaged is an error', () =>
    expect(areas('100', '100.01', '/').problems).toEqual([
      {
        column: 4,
        field: 'restoredArea',
        severity: 'error',
        code: 'restored-exceeds-area',
        found: '100.01',
        allowed: '100.00',
      },
    ]));

  test.each([
    ['100', '60', '40', []],
    ['100', '60', '50', []],
    ['100', '60', '50.01', ['warning areas-disagree untreatedArea']],
    ['100000', '60000', '40500', []],
    ['100000', '60000', '40500.01', ['warning areas-disagree untreatedArea']],
  ])('K01: %s = %s + %s, to half a percent or ten square metres', (area, restored, untreated, problems) =>
    expect(codes(areas(area, restored, untreated))).toEqual(problems),
  );

  test('two of the three areas give the third', () => {
    expect(areas('', '60', '40').patch).toMatchObject({ areaSquareMetres: '100.00' });
    expect(areas('100', '', '40').patch).toMatchObject({ restoredSquareMetres: '60.00' });
  });

  test('an area without a unit, or that is none, is an error', () => {
    expect(codes(judge({ ...aMine, area: '12' }))).toContain('error unit-missing area');
    expect(codes(judge({ ...aMine, area: '很大' }, { units: inSquareMetres }))).toEqual([
      'error not-a-number area',
    ]);
  });

  test('a patch without an area is told', () =>
    expect(codes(judge({ ...aMine, patchNumber: 'C1' }))).toEqual([
      'warning patch-number-unusual patchNumber',
      'warning area-missing area',
    ]));

  test('K32: fully restored, with something left to treat, is told', () =>
    expect(
      codes(
        judge({ ...aMine, stage: '完全修复', area: '100', untreatedArea: '40' }, { units: inSquareMetres }),
      ),
    ).toEqual(['warning status-disagrees stage']));

  test('a row that says nothing of a patch has none', () => expect(judge(aMine).patch).toBeNull());
});

describe('days and figures', () => {
  test('Dec-24 is told and leaves the row in', () => {
    const row = judge({ ...aMine, finishedOn: 'Dec-24' });
    expect(row.problems).toMatchObject([
      { field: 'finishedOn', severity: 'warning', code: 'day-damaged', found: 'Dec-24' },
    ]);
    expect(row.facts).not.toHaveProperty('finishedOn');
  });

  test('a year or day out of range is an error', () =>
    expect(codes(judge({ ...aMine, closureYear: '20130', startedOn: '2026-02-30' }))).toEqual([
      'error not-a-year closureYear',
      'error not-a-day startedOn',
    ]));

  test('a day that lies ahead, or before the one it follows, is told', () =>
    expect(
      codes(
        judge(
          { ...aMine, startedOn: '2025-06-01', finishedOn: '2025-01-01', acceptedOn: '2027-01-01' },
          { today: '2026-11-23' },
        ),
      ),
    ).toEqual(['warning day-in-future acceptedOn', 'warning days-out-of-order finishedOn']));

  test('what a broken formula leaves is an error, not a text', () =>
    expect(codes(judge({ ...aMine, remark: '#REF!', area: '#VALUE!' }, { units: inSquareMetres }))).toEqual([
      'error spreadsheet-error remark',
      'error spreadsheet-error area',
    ]));
});

test('cells of columns without a meaning are kept as they stand', () => {
  const mapping: MappedColumn[] = [
    { column: 0, field: 'number', unit: null },
    { column: 1, field: null, unit: null },
  ];
  const row = { rowNumber: 2, cells: ['K1', ' N/A', 'x', ''] };
  expect(judgeRow(row, mapping, { regions }).kept).toEqual([
    { column: 1, value: ' N/A' },
    { column: 2, value: 'x' },
  ]);
  expect(judgeRow(row, mapping, { regions, keep: [2] }).kept).toEqual([{ column: 2, value: 'x' }]);
});

test('what counts as absent can be said by the deployment', () => {
  expect(judge({ ...aMine, remark: '缺' }, { nulls: new Set(['缺']) })).toMatchObject({
    facts: { remark: null },
    nulled: 1,
  });
});
