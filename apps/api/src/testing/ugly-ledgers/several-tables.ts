import { writeXlsx } from 'hucre/xlsx';
import { gbk } from '../gbk';

type Rows = NonNullable<Parameters<typeof writeXlsx>[0]['sheets'][number]['rows']>;

/** Sheets that hold more than one table, or one that lies on its side. Names and figures are made up. */
const book = async (rows: Rows): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '台账', rows }] }));
const lines = (...rows: readonly string[]): Buffer => gbk(`${rows.join('\r\n')}\r\n`);

export const besideEachOther = () =>
  book([
    ['矿山编号', '矿山名称', '面积（亩）', null, '矿山编号', '矿山名称', '面积（亩）'],
    ['SB-1', '一号石场', 10, null, 'SB-3', '三号石场', 30],
    ['SB-2', '二号石场', 20, null, 'SB-4', '四号石场', 40],
  ]);

/** The second in hectares, and with more words that are known. */
export const belowEachOther = () =>
  book([
    ['表一 未治理'],
    ['矿山编号', '矿山名称', '区县', '面积（亩）'],
    ['BE-1', '一号石场', '赣县区', 15],
    ['BE-2', '二号石场', '赣县区', 30],
    [],
    ['表二 已治理'],
    ['矿山编号', '矿山名称', '区县', '面积（公顷）', '治理面积（公顷）', '完工时间'],
    ['BE-3', '三号石场', '赣县区', 1, 1, '2021-03-05'],
    ['BE-4', '四号石场', '赣县区', 2, 2, '2021-03-05'],
  ]);

/** The header of every printed page, once with brackets of the other width, and the number of the page. */
export const printedPages = () =>
  lines(
    '矿山编号,矿山名称,区县,面积(亩)',
    'PP-1,一号石场,赣县区,15',
    '第1页,,,',
    '矿山编号,矿山名称,区县,面积(亩)',
    'PP-2,二号石场,赣县区,30',
    '第 2 页 共 3 页,,,',
    '矿山编号,矿山名称,区县,面积（亩）',
    'PP-3,三号石场,赣县区,45',
  );

export const onItsSide = () =>
  lines(
    '矿山编号,OS-1,OS-2,OS-3',
    '矿山名称,一号石场,二号石场,三号石场',
    '区县,赣县区,赣县区,安远县',
    '面积(亩),10,20,30',
  );

export const twoAreasOfOneName = () =>
  lines('矿山编号,矿山名称,区县,面积（亩）,面积（亩）', 'TA-1,一号石场,赣县区,15,20');

/** A blank without a width behind a number, as it comes from a web page. */
export const blanksWithoutWidth = () =>
  Buffer.from('矿山编号,矿山名称,区县,面积(亩)\r\nBW-1\u200b,一号石场\ufeff,赣县区,15\u200b\r\n');

/** The sums of each mine stand among its patches, named in the column of their numbers. */
export const sumsOfPatches = () =>
  lines(
    '矿山编号,矿山名称,区县,图斑编号,面积（㎡）',
    'SP-1,一号石场,赣县区,CT3607042021000201001,1000',
    'SP-1,一号石场,赣县区,CT3607042021000201002,2000',
    'SP-1,一号石场,赣县区,小计,3000',
    'SP-1,一号石场,赣县区,合计（2个图斑）,3000',
  );

/** Its town is merged over two columns and two rows. */
export const townInABlock = async () =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '台账',
          rows: [
            ['乡镇', '村', '矿山编号', '矿山名称', '区县'],
            ['王母渡镇', null, 'TB-1', '一号石场', '赣县区'],
            [null, null, 'TB-2', '二号石场', '赣县区'],
            ['梅林镇', '横溪村', 'TB-3', '三号石场', '赣县区'],
            ['梅林镇', '横溪村', 'TB-4', '四号石场', '赣县区'],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 1 }],
        },
      ],
    }),
  );

/** An apostrophe before a number that keeps its zeros, and thousands that nobody quoted. */
export const apostrophesAndCommas = () =>
  lines(
    '矿山编号,矿山名称,区县,面积(亩)',
    "'0012,一号石场,赣县区,15",
    '0013,二号石场,赣县区,1,200',
    '0014,三号石场,赣县区,15',
  );
