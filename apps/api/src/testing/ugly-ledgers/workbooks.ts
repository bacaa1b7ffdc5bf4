import { writeXlsx } from 'hucre/xlsx';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
const book = async (sheets: Sheets): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets }));
const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

/** A title over all columns, a header in two rows with merged groups, a numbering row, subtotals by town and a total. */
export const twoRowHeader = () =>
  book([
    {
      name: '附件1',
      rows: [
        ['附件1'],
        ['赣县区历史遗留废弃矿山生态修复台账'],
        ['填报单位（盖章）：赣县区自然资源局', null, null, null, null, null, null, null, '2024年12月31日'],
        ['序号', '主体编号', '矿山名称', '乡镇', '面积（亩）', null, '资金（万元）', '修复时间', null],
        [null, null, null, null, '损毁面积', '修复面积', '下达资金', '开工时间', '完工时间'],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 'TH-01', '王母渡石场', '王母渡镇', 51.3, 51.3, 320, '2021年3月', new Date(Date.UTC(2022, 5, 30))],
        [2, 'TH-02', '横溪砖厂', null, 20, 8, '约100', '2021.3.5', '/'],
        ['小计', null, null, null, 71.3, 59.3, 420],
        [3, 'TH-03', '桃源沙场', '梅林镇', '１２．５', '无', '——', 44256, '进行中'],
        ['合计', null, null, null, 83.8, 59.3, 420],
        ['注：面积以测绘成果为准。'],
      ],
      merges: [
        merge(1, 0, 1, 8),
        merge(3, 0, 4, 0),
        merge(3, 1, 4, 1),
        merge(3, 2, 4, 2),
        merge(3, 3, 4, 3),
        merge(3, 4, 3, 5),
        merge(3, 7, 3, 8),
        merge(6, 3, 7, 3),
      ],
    },
  ]);

/** One area in mu and in hectares, the towns as headings, each with its sum, and the signatures below. */
export const groupsByTown = () =>
  book([
    {
      name: '台账',
      rows: [
        ['赣县区2023年度废弃矿山治理台账'],
        ['填报单位：赣县区自然资源局', null, null, null, null, null, '填报日期：2023年12月31日'],
        ['序号', '矿山编号', '矿山名称', '所在乡镇', '损毁面积', null, '治理状态'],
        [null, null, null, null, '亩', '公顷', null],
        ['一', '王母渡镇', null, null, 45, 3],
        [1, 'D-01', '一号 石场', '王母渡镇', 15, 1, '已完成'],
        [2, 'D-02', '二号（原三号）石场', null, 30, 2, '在治理'],
        ['江口镇'],
        [3, 'D-03', '四号\n石场', '江口镇', '约30亩', 2, '未治理'],
        ['江口镇小计', null, null, null, 30, 2],
        ['合计：3处', null, null, null, 75, 5],
        ['填表人：张某', null, '审核人：李某', null, null, null, '2023.12.31'],
      ],
      merges: [merge(0, 0, 0, 6), merge(2, 4, 2, 5), merge(5, 3, 6, 3)],
    },
  ]);

/** A header in three rows, the lowest of units alone. */
export const threeRowHeader = () =>
  book([
    {
      name: '台账',
      rows: [
        ['序号', '矿山编号', '矿山名称', '县区', '面积', null, null, '资金'],
        [null, null, null, null, '损毁', '已治理', '未治理', '下达'],
        [null, null, null, null, '（亩）', '（亩）', '（公顷）', '万元'],
        [1, 'TR-01', '横溪石场', '赣县区', 30, 15, 1, 5],
      ],
      merges: [merge(0, 4, 0, 6)],
    },
  ]);

/** Three sheets by town, of which one alone is long; a cover, and a hidden list of codes that is longer than all. */
export const sheetsByTown = () =>
  book([
    { name: '封面', rows: [['赣县区历史遗留矿山台账'], ['二〇二四年十二月']] },
    {
      name: '王母渡镇',
      rows: [
        ['主体编号', '矿山名称', '县区', '图斑面积（平方米）'],
        ['ST-01', '横溪石场', '赣县区', 6667],
        ['ST-02', '下庄石场', '赣县区', 3334],
        ['ST-03', '桃源石场', '赣县区', 13334],
      ],
    },
    {
      name: '梅林镇',
      rows: [
        ['主体编号', '矿山名称', '县区', '图斑面积（平方米）'],
        ['ST-11', '章甫石场', '赣县区', 5000],
      ],
    },
    {
      name: '字典',
      hidden: true,
      rows: Array.from({ length: 60 }, (_, index) => [`代码${index}`, `名称${index}`]),
    },
  ]);

/** Columns that were formatted and never filled, rows of blanks between, and a sheet that begins in the third column. */
export const blankMargins = () =>
  book([
    {
      name: 'Sheet1',
      rows: [
        [null, null, null],
        [null, null, '废弃矿山清单', null, null, null],
        [],
        [null, null, '矿山编号', '矿山名称', '所在区县', '占地面积/亩', '矿种', '开采方式', '', ' ', null],
        [null, null, 'BM-01', '一号石场', '赣县区', '15', '建筑石料用灰岩', '露天开采', '', ' ', null],
        [null, null, null, null, null, null, null, null, null, null, null],
        [null, null, 'BM-02', '二号石场', '赣县区', '7.5亩', '砖瓦用粘土、页岩', '露天', null, '  ', null],
        [null, null, '  ', '', ' ', null],
      ],
    },
  ]);

/** One cell over several patches, a number kept as a number, a licence that lost its end, and what formulas leave. */
export const mergedPatches = () =>
  book([
    {
      name: '图斑',
      rows: [
        [
          '序号',
          '主体编号',
          '矿山名称',
          '所在县',
          '图斑编号',
          '图斑面积(m2)',
          '治理面积(m2)',
          '未治理面积(m2)',
        ],
        [1, 'MP-01', '联合石场', '赣县区', 'CT3607042021000201001', 28399.11, 28399.11, 0],
        [null, null, null, null, 'CT3607042021000201002', 1200.5, 1000.5, 200],
        [2, 360704000001, '桃源砖厂', '赣县区', 'CT3607042021000202001', 15, '#REF!', 15],
        [3, 360704202112345678901, '横溪采场', '赣县区', 'CT3607042021000203001', 100, 150, 0],
      ],
      merges: [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 2, 2), merge(1, 3, 2, 3)],
    },
  ]);

/** The form of 2021 by its field codes, as the survey tool saves it. */
export const surveyCodes = () =>
  book([
    {
      name: 'tb',
      rows: [
        [
          'id',
          'xzs',
          'xzx',
          'ztbh',
          'wz',
          'kfx',
          'kfy',
          'tbmj',
          'sdzlmj',
          'tbxl',
          'tbsx',
          'kz',
          'kcfs',
          'gbnd',
          'nxffs',
          'bz',
        ],
        [
          'CT3607042021000301001',
          '赣州市',
          '赣县区',
          'SC-01',
          '王母渡镇横溪村',
          115.02,
          25.86,
          28399.11,
          0,
          '11',
          '1',
          '84412',
          'A',
          2013,
          'C',
          null,
        ],
        [
          'CT3607262021000302001',
          '赣州市',
          '安远县',
          'SC-02',
          '欣山镇下庄村',
          25.13,
          115.39,
          5100,
          5100,
          '12',
          '4',
          '52600',
          'A',
          2010,
          'A',
          '无',
        ],
      ],
    },
  ]);

/** The national table: subject and patch, units in full, a title and the date of the table below it. */
export const nationalTable = () =>
  book([
    {
      name: '附表2',
      rows: [
        ['附表2 历史遗留矿山图斑核查信息表'],
        [
          '图斑编号',
          '所在地市',
          '所在区县',
          '主体编号',
          '矿山位置',
          '中心点经度',
          '中心点纬度',
          '图斑面积(㎡)',
          '图斑核定面积',
          '实地治理面积',
          '图斑小类',
          '图斑属性',
          '采矿证号',
          '矿种',
          '开采方式',
          '关闭年度',
          '修复方式',
          '备注',
        ],
        [
          'CT3607042021000401001',
          '赣州市',
          '赣县区',
          'NT-01',
          '王母渡镇横溪村',
          '115°1′12″',
          '25°51′40″',
          '28399.11',
          '28000',
          '0',
          '无主废弃矿山',
          '露天采场',
          '/',
          '砖瓦用粘土',
          '露天开采',
          '2013年',
          '自然恢复',
          '/',
        ],
        [
          'ZJ360704202100100',
          '赣州市',
          '赣县',
          'NT-02',
          '梅林镇',
          '38601364.369',
          '2861851.318',
          '1.2万',
          '',
          '12000',
          '政策性关闭矿山',
          '工业广场',
          '',
          '瓷土',
          '井下',
          '2010',
          '转型利用',
          '',
        ],
      ],
    },
  ]);
