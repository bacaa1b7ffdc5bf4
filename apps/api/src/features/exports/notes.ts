import type { ExportFile } from '@qingshan/contracts';
import type { Language } from '@qingshan/domain';

/** A line of the notes: what it is about, and what is to be said. */
export type NoteLine = readonly [label: string, value: string];

/** What the notes of a file tell, beside the rows themselves. */
export interface NoteFacts {
  readonly language: Language;
  readonly file: ExportFile;
  readonly rows: number;
  readonly withoutPlace: number;
  readonly damagedSquareMetres: string;
  readonly damagedMu: string;
  readonly day: string;
  /** Where it is not today's knowledge. */
  readonly knownAt: string | undefined;
  readonly which: readonly string[];
  readonly reach: string;
  readonly by: string;
  readonly madeAt: string;
  readonly demo: boolean;
}

const PLACES: Record<ExportFile['format'], Record<Language, string>> = {
  csv: { zh: '', en: '' },
  xlsx: {
    zh: '经纬度为 CGCS2000（EPSG:4490）十进制度。没有坐标的矿山照列，坐标两格为空；不在地球上的坐标照原样列出。',
    en: 'Longitude and latitude are CGCS2000 (EPSG:4490) decimal degrees. Mines without a place are listed with both cells empty; impossible ones stand as they are.',
  },
  geojson: {
    zh: '坐标为 CGCS2000（EPSG:4490）。RFC 7946 规定用 WGS 84，两者相差在厘米级，未作转换。没有坐标或坐标不可能的矿山照列，geometry 为 null。',
    en: 'Coordinates are CGCS2000 (EPSG:4490). RFC 7946 asks for WGS 84; the two differ by centimetres and nothing was converted. Mines without a place, or with an impossible one, are listed, their geometry is null.',
  },
  kml: {
    zh: '坐标为 CGCS2000（EPSG:4490）。KML 规定用 WGS 84，两者相差在厘米级，未作转换。没有坐标或坐标不可能的矿山照列，不含点。',
    en: 'Coordinates are CGCS2000 (EPSG:4490). KML asks for WGS 84; the two differ by centimetres and nothing was converted. Mines without a place, or with an impossible one, are listed without a point.',
  },
  shp: {
    zh: '没有坐标或坐标不可能的矿山照列，图形为空，另列于“无坐标矿山.csv”。字段名对照见“字段说明.csv”。',
    en: 'Mines without a place, or with an impossible one, are listed with an empty shape, and once more in mines-without-a-place.csv. What the field names stand for is in fields.csv.',
  },
};

const CRS = {
  'EPSG:4490': {
    zh: 'CGCS2000 经纬度（EPSG:4490）',
    en: 'CGCS2000 longitude and latitude (EPSG:4490)',
  },
  'EPSG:4548': {
    zh: 'CGCS2000 高斯-克吕格 3 度带，中央经线 117°E，东坐标不含带号（EPSG:4548）；离中央经线越远，长度变形越大。',
    en: 'CGCS2000 3-degree Gauss-Kruger, central meridian 117°E, eastings without a zone number (EPSG:4548); lengths are stretched the more, the farther from the meridian.',
  },
} as const;

/** The words in the reader's language, as a spreadsheet's notes, a text file or a member of a collection. */
export const noteLines = (facts: NoteFacts): NoteLine[] => {
  const { language, file } = facts;
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const stop = say('；', '; ');
  return [
    [say('内容', 'What this is'), say('废弃矿山台账', 'Ledger of abandoned mines')],
    ...(facts.demo
      ? [
          [
            say('注意', 'Note'),
            say('演示数据，均为虚构，不得用于任何工作。', 'Synthetic demonstration data, not for any use.'),
          ] as const,
        ]
      : []),
    [say('数据截至', 'As of'), facts.day],
    ...(facts.knownAt === undefined
      ? []
      : [
          [
            say('所知截至', 'As known at'),
            say(
              `${facts.knownAt}（此后录入的补录和更正均未计入）`,
              `${facts.knownAt} (nothing recorded later is in it: no late entry, no correction)`,
            ),
          ] as const,
        ]),
    [
      say('筛选条件', 'Filter'),
      facts.which.length === 0
        ? say('全部在册矿山，不含已剔除', 'All mines on the list, removed ones left out')
        : facts.which.join(stop),
    ],
    [say('辖区', 'Region'), facts.reach],
    [say('行数', 'Rows'), String(facts.rows)],
    [say('其中无可用坐标', 'Without a usable place'), String(facts.withoutPlace)],
    [
      say('损毁面积合计', 'Damaged area in all'),
      say(
        `${facts.damagedSquareMetres} 平方米（${facts.damagedMu} 亩）`,
        `${facts.damagedSquareMetres} m² (${facts.damagedMu} mu)`,
      ),
    ],
    [
      say('计量', 'Units'),
      say(
        '面积以平方米为准，1 亩 = 2000/3 平方米，先求和后取整；资金以元计。',
        'Areas rest in m²; 1 mu = 2000/3 m², summed first and rounded last. Funds are in yuan.',
      ),
    ],
    ...(file.format === 'shp'
      ? [
          [say('坐标系', 'Reference system'), CRS[file.crs][language]] as const,
          [say('文字编码', 'Encoding'), file.encoding] as const,
        ]
      : []),
    [say('坐标', 'Places'), PLACES[file.format][language]],
    [say('经手人', 'Taken by'), facts.by],
    [say('生成时间', 'Made at'), facts.madeAt],
  ];
};

/** What a format could not hold. Nothing is left out in silence. */
export const lossLines = (
  language: Language,
  { cut, unwritable }: { readonly cut: number; readonly unwritable: number },
): NoteLine[] => {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  return [
    [
      say('截断', 'Cut'),
      cut === 0
        ? say('无', 'Nothing')
        : say(
            `${cut} 格超过 254 字节，超出部分未写入；全文请导出 XLSX 或 CSV。`,
            `${cut} cells were longer than 254 bytes and are cut; export XLSX or CSV for the whole text.`,
          ),
    ],
    ...(unwritable === 0
      ? []
      : [
          [
            say('缺字', 'Missing signs'),
            say(
              `${unwritable} 格含有 GBK 没有的字，写作“?”；请改用 UTF-8。`,
              `${unwritable} cells hold signs that GBK lacks, written as “?”; take UTF-8 instead.`,
            ),
          ] as const,
        ]),
  ];
};
