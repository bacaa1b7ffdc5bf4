import { gbk } from '../gbk';

/** More ledgers of county offices, as texts: how they are saved, closed and abbreviated. Names and figures are made up. */
const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

const TWO_MINES = lines(
  '主体编号\t矿山名称\t区县\t图斑面积（亩）',
  'U-01\t"横溪\n石场"\t赣县区\t12.5',
  'U-02\t桃源砖厂（原二厂）\t赣县区\t3',
);

/** "Unicode text" of a spreadsheet, whose mark a mail system took away. */
export const unmarked = (order: 'utf-16le' | 'utf-16be') => {
  const bytes = Buffer.from(TWO_MINES, 'utf16le');
  return order === 'utf-16le' ? bytes : bytes.swap16();
};

/** A name in four bytes of GB18030, as WPS saves it. */
export const rareSign = () =>
  Buffer.concat([
    gbk('主体编号,矿山名称,区县,图斑面积（亩）\r\nG-01,'),
    Buffer.from([0x95, 0x32, 0x82, 0x36]),
    gbk('岭石场,赣县区,１２．５亩\r\n'),
  ]);

export const barred = () =>
  Buffer.from(
    lines('主体编号|矿山名称|区县|图斑面积(亩)', 'P-01|横溪石场|赣县区|12.5', 'P-02|桃源,东|赣县区|3'),
  );

/** County and town stand in the first row of their group alone, and the cells are not merged; blank lines and sums between. */
export const groupsNotMerged = () =>
  gbk(
    lines(
      '区县,乡镇,矿山编号,矿山名称,面积（亩）',
      '赣县区,王母渡镇,GN-01,一号石场,12',
      ',,GN-02,二号石场,13',
      ',,GN-03,三号石场,14',
      ',,,,',
      ',,GN-04,四号石场,15',
      '小计,,,,54',
      ',,GN-05,五号石场,16',
      '安远县,欣山镇,GN-06,六号石场,17',
      ',,GN-07,七号石场,18',
    ),
  );

/** Every row has its town but two, where nobody knew it. */
export const townsWithGaps = () =>
  gbk(
    lines(
      '乡镇,矿山编号,矿山名称,区县,面积（亩）',
      '王母渡镇,TG-01,一号石场,赣县区,12',
      '王母渡镇,TG-02,二号石场,赣县区,13',
      ',TG-03,三号石场,赣县区,14',
      ',TG-04,四号石场,赣县区,15',
    ),
  );

const MANY_MINES = [
  '主体编号,矿山名称,区县,图斑面积（亩）,备注',
  ...Array.from({ length: 30 }, (_, at) => `Q-${at + 1},横溪第${at + 1}石场,赣县区,12.5,已现场核实`),
];

/** A copy from an old disk: of one name a byte is another, of one remark it is gone, and all else is as it was. */
export const oneBrokenByte = (encoding: 'gb18030' | 'utf-8') => {
  const inBytes = (text: string) => (encoding === 'gb18030' ? gbk(text) : Buffer.from(text));
  const bytes = inBytes(lines(...MANY_MINES));
  const name = bytes.indexOf(inBytes('横溪第3石场'));
  bytes[name] = 0xff;
  const remark = bytes.indexOf(inBytes('已现场核实'), bytes.indexOf(inBytes('Q-7,')));
  return Buffer.concat([bytes.subarray(0, remark), bytes.subarray(remark + 1)]);
};

/** Typed by hand in a Chinese keyboard's commas. */
export const fullWidthCommas = () =>
  gbk(
    lines(
      '主体编号，矿山名称，区县，图斑面积（亩）',
      'F-01，横溪石场，赣县区，12.5',
      'F-02，桃源砖厂，赣县区，3',
    ),
  );

/** Columns set apart by blanks alone. */
export const alignedByBlanks = () =>
  gbk(lines('主体编号   矿山名称    区县', 'P-01       横溪石场    赣县区'));

/** Everything offices write below a table, each on a line of its own, and the words "as above". */
export const closedBySignatures = () =>
  gbk(
    lines(
      '序号,乡镇,矿山编号,矿山名称,面积(亩)',
      '1,王母渡镇,S-01,一号石场,12',
      '2,同上,S-02,二号石场,13',
      '小计（2处）,,,,25',
      '3,〃,S-03,三号石场,14',
      '合计：3处,,,,39',
      '填表人,张某,审核人,李某,',
      '审核人（签字）：,,,,',
      '主管领导签字：,,分管领导：,,',
      '联系人：王某,,,,0797-0000000',
      '填报时间：2023-12-31,,,,',
      '注1：本表一式三份,,,,',
      '赣县区自然资源局,,,,',
      '2023年12月31日,,,,',
      '（盖章）,,,,',
    ),
  );

/** A number that keeps its zeros by a formula, quoted and not, and what is planned beside what is done. */
export const keptZeros = () =>
  gbk(
    lines(
      '矿山编号,矿点名称,县（市、区）名称,面积㎡,拟治理面积㎡,其中：已治理面积㎡',
      '="0012",一号石场,赣县区,"12,345.6",9000,3000',
      '"=""0013""",二号石场,赣县区,20000,8000,/',
    ),
  );

/** Words where figures are expected, and figures in words. */
export const roughWords = () =>
  gbk(
    lines(
      '矿山编号,矿山名称,县区,面积（亩）,关闭年度,完工时间,治理状态,中心点坐标',
      'R-01,一号石场,赣县区(360704),30余亩,二〇〇五年,2020年3月5号,在治理,东经115°1′12″北纬25°51′40″',
      'R-02,二号石场,360704赣县区,30左右,2005年底前,二〇二〇年三月五日,治理中(2023),E115.02°N25.861111°',
      'R-03,三号石场,赣州赣县,待测量,2005.6,2020年第三季度,已验收销号,X=2861851.3 Y=601364.4',
      'R-04,四号石场,赣县区（原赣县）,20-30,95年,已完成,是,115 1 12.0，25 51 40.0',
    ),
  );

const sheet = (mark: string) => `<html ${mark}><body><table><tr><td>主体编号</td></tr></table></body></html>`;

/** The unit of the figures stands below them alone. */
export const unitBelow = () =>
  gbk(
    lines(
      '矿山编号,矿山名称,区县,图斑面积',
      'UB-1,一号石场,赣县区,1500',
      'UB-2,二号石场,赣县区,3000',
      '注：1、本表面积单位为亩。,,,',
    ),
  );

/** What systems and old programs call .xls or .csv, and is something else. */
export const otherHouses = {
  'a page with its style first':
    '<style>td{mso-number-format:"\\@"}</style>\r\n<table><tr><td>矿山编号,a</td></tr></table>',
  'a page with a remark first': '\ufeff<!-- x -->\r\n<table><tr><td>矿山编号</td><td>b</td></tr></table>',
  'a page in one file':
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=1"\r\n\r\na;b;c\r\n',
  SYLK: 'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"矿山编号"\r\nC;X2;K"b"\r\n',
} as const;

/** Texts with commas in them that are no cells. */
export const noTables = {
  'objects of a program': '[{"矿山编号":"A1","矿山名称":"甲"},\n{"矿山编号":"A2","矿山名称":"乙"}]',
  'a document': '{\\rtf1\\ansi;x;y;z\r\n a;b;c;d}',
  'a page for print': '%PDF-1.4\r\n1 0 obj <</a,b>>\r\n2 0 obj,x\r\n',
} as const;

/** What systems call .xls and is a web page, the XML of 2003, and a table of another house. */
export const pageAsXls = () => Buffer.from(sheet('xmlns:x="urn:schemas-microsoft-com:office:excel"'));
export const xmlOf2003 = () =>
  Buffer.from(
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>',
  );
