import type { ExportFile, SHAPEFILE_CRS } from '@qingshan/contracts';
import { makeFormulaSafe, MERIDIAN_OF_4548, toGaussKruger, type Language } from '@qingshan/domain';
import { columnAt, EXPORT_COLUMNS } from '../export-columns';
import { lossLines } from '../notes';
import { DBF_END, dbfHead, dbfRows } from './dbf';
import { chunk, type Cells, type FileWriter, type Plan, type Tally } from './file-writer';
import { placeOf } from './place-of';

type Crs = (typeof SHAPEFILE_CRS)[number];

const GEOGRAPHIC =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const PRJ: Record<Crs, string> = {
  'EPSG:4490': GEOGRAPHIC,
  'EPSG:4548': `PROJCS["CGCS2000_3_Degree_GK_CM_117E",${GEOGRAPHIC},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
};

type Point = readonly [x: number, y: number];

const projected = (crs: Crs, longitude: number, latitude: number): Point => {
  if (crs === 'EPSG:4490') return [longitude, latitude];
  const { easting, northing } = toGaussKruger(longitude, latitude, MERIDIAN_OF_4548);
  return [easting, northing];
};

/** Bounds of all points. In metres those of the box in degrees, whose southern edge bends down towards the meridian. */
const bounds = (crs: Crs, { box }: Plan): readonly [number, number, number, number] => {
  if (!box) return [0, 0, 0, 0];
  const nearest = Math.min(Math.max(MERIDIAN_OF_4548, box.west), box.east);
  const corners = [box.west, nearest, box.east].flatMap((longitude) =>
    [box.south, box.north].map((latitude) => projected(crs, longitude, latitude)),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

const HEAD = 100;
const POINT = { shape: 1, content: 20 } as const;
/** A row without a place stays a row. */
const NOWHERE = { shape: 0, content: 4 } as const;
const RECORD_HEAD = 8;

const shapeHead = (bytes: number, crs: Crs, plan: Plan): Buffer => {
  const head = Buffer.alloc(HEAD);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE(bytes / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(POINT.shape, 32);
  bounds(crs, plan).forEach((value, index) => head.writeDoubleLE(value, 36 + 8 * index));
  return head;
};

const shapeBytes = (placed: number, withoutPlace: number): number =>
  HEAD + placed * (RECORD_HEAD + POINT.content) + withoutPlace * (RECORD_HEAD + NOWHERE.content);

const [NUMBER, NAME, COUNTY] = [columnAt('MINE_NO'), columnAt('NAME'), columnAt('COUNTY')];
const pointOf = (cells: Cells, crs: Crs): Point | null => {
  const place = placeOf(cells);
  return place && projected(crs, Number(place[0]), Number(place[1]));
};

/** Records and their index; `first` and the rows without a place so far say where the first of them begins. */
const shapes = (points: readonly (Point | null)[], first: number, withoutPlace: number) => {
  let offset = shapeBytes(first - withoutPlace, withoutPlace);
  const index = Buffer.alloc(points.length * RECORD_HEAD);
  const records = points.map((point, row) => {
    const { shape, content } = point ? POINT : NOWHERE;
    const record = Buffer.alloc(RECORD_HEAD + content);
    record.writeInt32BE(first + row + 1, 0);
    record.writeInt32BE(content / 2, 4);
    record.writeInt32LE(shape, 8);
    point?.forEach((value, axis) => record.writeDoubleLE(value, 12 + 8 * axis));
    index.writeInt32BE(offset / 2, row * RECORD_HEAD);
    index.writeInt32BE(content / 2, row * RECORD_HEAD + 4);
    offset += record.length;
    return record;
  });
  return { records: Buffer.concat(records), index };
};

const TEXTS: Record<Language, Record<'notes' | 'legend' | 'nowhere' | 'legendHead', string>> = {
  zh: {
    notes: '说明.txt',
    legend: '字段说明.csv',
    nowhere: '无坐标矿山.csv',
    legendHead: '字段名,列名',
  },
  en: {
    notes: 'notes.txt',
    legend: 'fields.csv',
    nowhere: 'mines-without-a-place.csv',
    legendHead: 'Field,Column',
  },
};

const BOM = '\ufeff';
const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${makeFormulaSafe(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

const choicesOf = ({ file }: Plan): Extract<ExportFile, { format: 'shp' }> => {
  if (file.format !== 'shp') throw new Error(`${file.format} is no shapefile`);
  return file;
};

/** Points and attributes with what explains them, in one archive. */
export const shapefileWriter: FileWriter = {
  parts: ({ language, withoutPlace }) => [
    ...['shp', 'shx', 'dbf', 'prj', 'cpg'].map((suffix) => `mines.${suffix}`),
    TEXTS[language].notes,
    TEXTS[language].legend,
    ...(withoutPlace > 0 ? [TEXTS[language].nowhere] : []),
  ],
  begin: (plan) => {
    const { encoding, crs } = choicesOf(plan);
    const { language, rows, withoutPlace } = plan;
    const texts = TEXTS[language];
    const nowhereHead = [NUMBER, NAME, COUNTY].map((index) => EXPORT_COLUMNS[index]?.[language] ?? '');
    return [
      { part: 'mines.shp', bytes: shapeHead(shapeBytes(rows - withoutPlace, withoutPlace), crs, plan) },
      { part: 'mines.shx', bytes: shapeHead(HEAD + rows * RECORD_HEAD, crs, plan) },
      { part: 'mines.dbf', bytes: dbfHead(plan, encoding) },
      chunk('mines.prj', PRJ[crs]),
      chunk('mines.cpg', encoding),
      chunk(
        texts.legend,
        `${BOM}${texts.legendHead}\r\n${EXPORT_COLUMNS.map((column) => csvLine([column.field, column[language]])).join('')}`,
      ),
      ...(withoutPlace > 0 ? [chunk(texts.nowhere, `${BOM}${csvLine(nowhereHead)}`)] : []),
    ];
  },
  rows: (plan, rows, first, tally: Tally) => {
    const { encoding, crs } = choicesOf(plan);
    const points = rows.map((cells) => pointOf(cells, crs));
    const { records, index } = shapes(points, first, tally.withoutPlace);
    const nowhere = rows.filter((_, row) => points[row] === null);
    tally.withoutPlace += nowhere.length;
    return [
      { part: 'mines.shp', bytes: records },
      { part: 'mines.shx', bytes: index },
      { part: 'mines.dbf', bytes: dbfRows(plan, encoding, rows, tally) },
      chunk(
        TEXTS[plan.language].nowhere,
        nowhere.map((cells) => csvLine([NUMBER, NAME, COUNTY].map((column) => cells[column] ?? ''))).join(''),
      ),
    ];
  },
  end: (plan, tally) => [
    { part: 'mines.dbf', bytes: DBF_END },
    chunk(
      TEXTS[plan.language].notes,
      `${BOM}${[...plan.notes, ...lossLines(plan.language, tally)].map(([label, value]) => `${label}: ${value}\r\n`).join('')}`,
    ),
  ],
};
