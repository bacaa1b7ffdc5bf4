import { describe, expect, test } from '@jest/globals';
import { MINE_FIELDS } from '../mines/mine';
import { LEDGER_FIELDS } from './fields';
import { HEADER_WORDS } from './header-words';
import { isKnownHeader, proposeMapping } from './propose-mapping';
import { unitsInTitles } from './units';

const propose = (headers: string, rows: readonly (readonly string[])[] = []): Record<string, string> =>
  Object.fromEntries(
    proposeMapping(headers.split(' '), rows).flatMap(({ header, field, unit }) =>
      field ? [[header, unit ? `${field} ${unit}` : field]] : [],
    ),
  );

test('the 27 columns of Jiangxi’s Mine.csv', () => {
  const columns =
    'Lon Lat No 省市 地市 区县 矿山位置 主体编号 图斑编号 修复图斑编号 中心经度 中心纬度 Area 图斑小类 修复状态 修复模式 完成时间 Area2 未治理面积 填报单位 填报人 填报日期 备注 矿种 开采方式 关闭年度 图斑属性';
  expect(propose(columns)).toEqual({
    地市: 'city',
    区县: 'region',
    矿山位置: 'location',
    主体编号: 'number',
    图斑编号: 'patchNumber',
    中心经度: 'longitude',
    中心纬度: 'latitude',
    Area: 'area m2',
    图斑小类: 'patchSubclass',
    修复状态: 'stage',
    修复模式: 'approach',
    完成时间: 'finishedOn',
    Area2: 'restoredArea m2',
    未治理面积: 'untreatedArea m2',
    备注: 'remark',
    矿种: 'mineralCode',
    开采方式: 'miningMethod',
    关闭年度: 'closureYear',
    图斑属性: 'patchAttribute',
  });
});

test('the field codes of the 2021 survey form, where `id` is the patch and `kz` the mineral', () =>
  expect(
    propose('id xzs xzx ztbh wz kfx kfy tbmj tbhdmj sdzlmj tbdl tbxl tbsx ckzh kz kcfs gbnd nxffs bz yssj'),
  ).toEqual({
    id: 'patchNumber',
    xzs: 'city',
    xzx: 'region',
    ztbh: 'number',
    wz: 'location',
    kfx: 'longitude',
    kfy: 'latitude',
    tbmj: 'area m2',
    sdzlmj: 'restoredArea m2',
    tbxl: 'patchSubclass',
    tbsx: 'patchAttribute',
    kz: 'mineralCode',
    kcfs: 'miningMethod',
    gbnd: 'closureYear',
    nxffs: 'approach',
    bz: 'remark',
    yssj: 'acceptedOn',
  }));

describe('county tables', () => {
  const rows = [
    ['1', 'C1', '115.9,28.6', '100', '某村', '未治理'],
    ['2', 'C2', '115.8,28.5', '90', '某村', '未治理'],
  ];
  test('that number patches only: the patch number stands for the mine', () =>
    expect(propose('序号 图斑编号 中心点坐标 图斑面积(平方米) 矿山位置 恢复治理情况', rows)).toEqual({
      图斑编号: 'number',
      中心点坐标: 'coordinates',
      '图斑面积(平方米)': 'area m2',
      矿山位置: 'location',
      恢复治理情况: 'stage',
    }));

  test.each([
    ['面积(亩)', 'area mu'],
    ['面积（公顷）', 'area ha'],
    ['图斑面积(㎡)', 'area m2'],
    ['图斑面积（m2）', 'area m2'],
    ['图斑面积平方米', 'area m2'],
    ['面积(单位:亩)', 'area mu'],
    ['面积/亩', 'area mu'],
    ['损毁面积(万亩)', 'area wanMu'],
    ['治理面积（亩）', 'restoredArea mu'],
    ['未治理面积(hm²)', 'untreatedArea ha'],
    ['Patch area (acres)', 'area acre'],
    ['下达资金（万元）', 'fundsAllocatedFen wan'],
    ['下达资金(元)', 'fundsAllocatedFen yuan'],
    ['下达资金', 'fundsAllocatedFen'],
    ['面积(亩)·治理面积', 'restoredArea mu'],
    ['Funds allocated (10,000 yuan)', 'fundsAllocatedFen wan'],
    ['Funds allocated 100 million yuan', 'fundsAllocatedFen yi'],
    ['Funds allocated (million yuan)', 'fundsAllocatedFen'],
    ['图斑面积千亩', 'area'],
    ['图斑面积(千亩)', 'area'],
    ['Patch area (thousand mu)', 'area'],
    ['下达资金(千元)', 'fundsAllocatedFen'],
    ['中心点坐标·经度', 'longitude'],
    ['*矿山名称', 'name'],
    ['区县 ', 'region'],
  ])('%s means %s', (header, meaning) => {
    const [found] = proposeMapping([header], []);
    expect(found?.unit ? `${found.field} ${found.unit}` : found?.field).toBe(meaning);
  });
});

test.each([
  ['拟治理面积（公顷）', null, null],
  ['计划修复面积(亩)', null, null],
  ['应复垦面积', null, null],
  ['其中：已治理面积（hm²）', 'restoredArea', 'ha'],
  ['面积㎡', 'area', 'm2'],
  ['面积（亩）·损毁', 'area', 'mu'],
  ['面积（亩）·已治理', 'restoredArea', 'mu'],
  ['面积·损毁（亩）', 'area', 'mu'],
  ['资金（万元）·下达', 'fundsAllocatedFen', 'wan'],
  ['中心点坐标（经度）', 'longitude', null],
  ['中心点坐标（纬度）', 'latitude', null],
  ['县（市、区）名称', 'region', null],
  ['所在乡（镇、街道）', 'town', null],
  ['Mine Name 矿山名称', 'name', null],
  ['Area (mu) 面积（亩）', 'area', 'mu'],
  ['停采时间', 'closureYear', null],
] as const)('%s is %s in %s', (header, field, unit) =>
  expect(proposeMapping([header], [])[0]).toMatchObject({ field, unit }),
);

test('a title may give one unit for areas and another for money', () =>
  expect(unitsInTitles(['2023年台账（面积单位：公顷，资金单位：万元）'])).toEqual(['ha', 'wan']));

test('no field is proposed twice: the surer column wins, then the earlier one', () => {
  const found = proposeMapping(['面积(亩)', '图斑面积(㎡)', '矿山面积'], []);
  expect(found.map(({ field }) => field)).toEqual([null, 'area', null]);
});

test('our own export comes back, its division code before the county’s name and m² before mu', () => {
  const zh =
    '主体编号 矿山名称 地市 区县 区划代码 乡镇 矿山位置 中心经度 中心纬度 矿种 开采方式 关闭年度 阶段 进入阶段日期 损毁面积(平方米) 损毁面积(亩) 修复面积(平方米) 修复面积(亩) 修复方式 批复文号 方案批复日期 资金来源 下达资金(元) 资金下达日期 开工日期 完工日期 验收文号 验收日期 备注';
  const fields = [
    'number',
    'name',
    null,
    null,
    'region',
    'town',
    'location',
    'longitude',
    'latitude',
    'mineralCode',
    'miningMethod',
    'closureYear',
    'stage',
    null,
    'area m2',
    null,
    'restoredArea m2',
    null,
    'approach',
    'planApprovalNo',
    'planApprovedOn',
    'fundingSource',
    'fundsAllocatedFen yuan',
    'fundsAllocatedOn',
    'startedOn',
    'finishedOn',
    'acceptanceNo',
    'acceptedOn',
    'remark',
  ];
  const en =
    'Mine number|Mine name|City|County|Division code|Township|Location|Longitude|Latitude|Mineral|Mining method|Closure year|Stage|In stage since|Damaged area (m²)|Damaged area (mu)|Restored area (m²)|Restored area (mu)|Restoration approach|Plan approval number|Plan approved on|Funding source|Funds allocated (yuan)|Funds allocated on|Works started on|Works finished on|Acceptance number|Accepted on|Remarks';
  for (const columns of [zh.split(' '), en.split('|')])
    expect(proposeMapping(columns, []).map(({ field, unit }) => (unit ? `${field} ${unit}` : field))).toEqual(
      fields,
    );
});

test('a ledger that shares many headers with our export and not its codes is read by its own headers', () =>
  expect(
    propose(
      '主体编号 矿山名称 地市 区县 乡镇 中心经度 中心纬度 矿种 开采方式 关闭年度 损毁面积(亩) 修复面积(亩) 备注',
    ),
  ).toMatchObject({
    地市: 'city',
    区县: 'region',
    '损毁面积(亩)': 'area mu',
    '修复面积(亩)': 'restoredArea mu',
  }));

test('a guess that the cells contradict is dropped', () => {
  const found = proposeMapping(
    ['编号', 'amount', 'x'],
    [
      ['K1', 'much', 'left'],
      ['K2', 'little', 'right'],
    ],
  );
  expect(found.map(({ field }) => field)).toEqual(['number', null, null]);
});

test('without a mine number the first column that names every row differently is proposed', () => {
  const rows = [
    ['a', 'X1', 'P'],
    ['a', 'X2', 'P'],
  ];
  expect(proposeMapping(['Group ID', 'Deposit ID', 'Mine name'], rows).map(({ field }) => field)).toEqual([
    null,
    'number',
    'name',
  ]);
});

test('headers named after prototypes mean nothing and do no harm', () =>
  expect(proposeMapping(['__proto__', 'constructor', 'toString'], []).map(({ field }) => field)).toEqual([
    null,
    null,
    null,
  ]));

test('every header word is known and means the field it stands under', () => {
  for (const field of LEDGER_FIELDS)
    for (const word of HEADER_WORDS[field].sure.split(' | ')) {
      expect([word, isKnownHeader(word)]).toEqual([word, true]);
      const columns = field === 'number' ? [word] : [word, '主体编号'];
      expect([word, proposeMapping(columns, [])[0]?.field]).toEqual([word, field]);
    }
});

test('every fact of a mine can come from a ledger, its division as a place in words', () => {
  const facts = MINE_FIELDS.filter((field) => field !== 'regionCode');
  expect(LEDGER_FIELDS).toEqual(expect.arrayContaining([...facts, 'region']));
});

test.each([
  [['28399.11', '1200', '15'], 'm2'],
  [['51.5', '约3.5', '1,020'], null],
  [['2亩', '3亩'], 'm2'],
  [[], 'm2'],
] as const)(
  'an area whose unit nothing says is in m² by habit, unless %j make specks of the mines',
  (cells, unit) => {
    const rows = cells.map((cell, index) => [`K${index}`, cell]);
    expect(proposeMapping(['主体编号', '面积'], rows)[1]).toMatchObject({ field: 'area', unit });
  },
);

test('a unit in the title holds for every column that names none', () => {
  const units = unitsInTitles(['安远县统计表', '填报单位：安远县自然资源局', '（单位：亩、万元）']);
  expect(units).toEqual(['mu', 'wan']);
  const proposed = proposeMapping(['主体编号', '面积', '修复面积(公顷)', '资金'], [], units);
  expect(proposed.map(({ unit }) => unit)).toEqual([null, 'mu', 'ha', 'wan']);
  expect(proposeMapping(['主体编号', '面积'], [], ['mu', 'ha'])[1]?.unit).toBeNull();
});

describe('a figure in parts', () => {
  test.each([
    ['损毁面积（亩）·耕地 损毁面积（亩）·林地 损毁面积（亩）·合计', { '损毁面积（亩）·合计': 'area mu' }],
    [
      '总投资（万元）·中央 总投资（万元）·省级 总投资（万元）·合计',
      { '总投资（万元）·合计': 'fundsAllocatedFen wan' },
    ],
    ['面积（亩）·露天采场 面积（亩）·工业广场 面积（亩）·小计', { '面积（亩）·小计': 'area mu' }],
    ['损毁面积（亩）·耕地 损毁面积（亩）·林地', {}],
    [
      '损毁面积·（亩） 治理面积（亩）·2019年 治理面积（亩）·2020年 治理面积（亩）·合计',
      {
        '损毁面积·（亩）': 'area mu',
        '治理面积（亩）·合计': 'restoredArea mu',
      },
    ],
  ])('%s', (headers, meaning) => expect(propose(headers)).toEqual(meaning));
});

test('what is meant to be, and what one year brought, is no fact', () =>
  expect(
    propose(
      '主体编号 计划完工时间 拟验收时间 预计开工时间 2023年治理面积（亩） 计划治理·面积（亩） 计划治理·完成时间 实际完成·面积（亩） 实际完成·完成时间',
    ),
  ).toEqual({ 主体编号: 'number', '实际完成·面积（亩）': 'area mu', '实际完成·完成时间': 'finishedOn' }));

describe('running numbers', () => {
  const rows = (numbers: readonly string[]) => numbers.map((number) => [number, '某某石场']);

  test.each([[['1', '2', '3', '4']], [['1', '2', '1', '2', '3']], [['1']]])('%j name no mine', (numbers) => {
    expect(propose('编号 矿山名称', rows(numbers))).toEqual({ 矿山名称: 'name' });
    expect(propose('No. 矿山名称', rows(numbers))).toEqual({ 矿山名称: 'name' });
  });

  test.each([[['1031', '2207', '118']], [['GX-01', 'GX-02']]])('%j may', (numbers) =>
    expect(propose('编号 矿山名称', rows(numbers))).toEqual({ 编号: 'number', 矿山名称: 'name' }),
  );
});

test.each([
  ['损毁面积（公顷/亩）', 'area'],
  ['损毁面积（公亩）', 'area'],
  ['损毁面积（顷）', 'area'],
  ['损毁面积（10⁴ m²）'.replace(' ', ''), 'area'],
  ['损毁面积（约亩）', 'area mu'],
  ['损毁面积（亩，1亩=666.67平方米）', 'area mu'],
])('%s is %s', (header, meaning) => expect(propose(header, [['8000']])).toEqual({ [header]: meaning }));

test('of two columns that mean the same, the one that says its unit is taken', () =>
  expect(propose('面积 面积（亩）', [['8000', '12']])).toEqual({ '面积（亩）': 'area mu' }));
