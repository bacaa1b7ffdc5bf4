import { isKnownBelow, isKnownHeader, unitOfWord, type LedgerRow } from '@qingshan/domain';

/** Titles, dates and units stand above a header; never more than this many rows of them. */
const SEARCHED_ROWS = 40;

const filled = (row: LedgerRow): string[] => row.cells.filter((cell) => cell.trim() !== '');
const isText = (cell: string): boolean => !/^[-+]?[\d.,:/\s-]+$/.test(cell) && cell.length <= 120;
const knownIn = (row: LedgerRow): number => filled(row).filter(isKnownHeader).length;

export interface Header {
  /** Index of the last header row among the rows given. */
  readonly index: number;
  /** Index of the uppermost row of a header in two rows or three. */
  readonly upper: number | null;
  readonly columns: readonly string[];
  /** No header word was known: the first row that looks like one was taken. */
  readonly guessed: boolean;
}

/** Of a table above another one the header is found too, though it may have fewer words that are known. */
const bestKnown = (rows: readonly LedgerRow[]): number => {
  const scores = rows.map(knownIn);
  const most = Math.max(0, ...scores);
  if (most < 2) return -1;
  const best = scores.indexOf(most);
  const above = scores.findIndex(
    (score, at) => at < best - 1 && score >= 3 && score * 2 > most && (scores[at + 1] ?? 0) === 0,
  );
  return above === -1 ? best : above;
};

/** A row of words nearly as wide as the table. */
const looksLikeHeader = (rows: readonly LedgerRow[]): number => {
  const widest = Math.max(0, ...rows.map((row) => filled(row).length));
  const index = rows.findIndex((row) => {
    const cells = filled(row);
    return cells.length * 2 > widest && cells.every(isText);
  });
  return index === -1 ? rows.findIndex((row) => filled(row).length > 0) : index;
};

const cell = (row: LedgerRow | undefined, column: number): string => row?.cells[column]?.trim() ?? '';

/** 填报单位:… or the date of the table: a line of the form above its header, and no part of it. */
const isFormLine = (row: LedgerRow): boolean =>
  filled(row).some((text) => /[:：]|\d{4}\s?[年/.-]\s?\d{1,2}/.test(text));

/** Whether `lower` only fills in what `upper` leaves open below a group such as 中心点坐标 | (blank) over 经度 | 纬度. */
const completes = (upper: LedgerRow, lower: LedgerRow): boolean => {
  const words = lower.cells
    .map((text, column) => ({ text: text.trim(), column }))
    .filter(({ text }) => text !== '');
  const underGroup = ({ column }: { column: number }) =>
    cell(upper, column) === '' || cell(upper, column + 1) === '';
  return (
    words.length > 0 &&
    words.every(({ text }) => isText(text) && text.length <= 30) &&
    // A group over one column alone is told from data by the words below it.
    (words.every(underGroup) || words.filter(({ text }) => isKnownHeader(text)).length * 2 > words.length) &&
    words.some(({ column }) => cell(upper, column) === '')
  );
};

/** What stands in a row of units where a column has none that is ours. */
const NO_UNIT = /^[(（]?(?:[/／—–-]+|[个处座块宗年月日度°%％]|年度|年月日|年月)[)）]?$/;

/** 亩 and 公顷 under 损毁面积, or the units of the columns above them: no mine has such a row. */
const isUnits = (row: LedgerRow): boolean => {
  const words = filled(row).filter((word) => !NO_UNIT.test(word.trim()));
  return words.length > 0 && words.every((word) => unitOfWord(word) !== null);
};

const unitsAlone = ({ rowNumber, cells }: LedgerRow): LedgerRow => ({
  rowNumber,
  cells: cells.map((word) => (unitOfWord(word) === null ? '' : word)),
});

/** Whether some word of `lower` is a header, alone or with the name of its group: 损毁 under 面积（亩）. */
const isKnownUnder = (upper: LedgerRow, lower: LedgerRow): boolean => {
  let group = '';
  return lower.cells.some((text, column) => {
    group = cell(upper, column) || group;
    return text.trim() !== '' && (isKnownHeader(text) || isKnownBelow(group, text));
  });
};

/** 中心点坐标 over 经度 becomes 中心点坐标·经度; a group's name reaches to the right until the next name. */
const joined = (upper: LedgerRow, lower: LedgerRow): string[] => {
  const width = Math.max(upper.cells.length, lower.cells.length);
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const [above, below] = [cell(upper, column), cell(lower, column)];
    if (above !== '') group = above;
    if (below === '') return above;
    return group === '' || group === below ? below : `${group}·${below}`;
  });
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A third row of nothing but units. */
const withUnits = (columns: readonly string[], units: LedgerRow): string[] =>
  columns.map((column, at) => {
    const unit = cell(units, at).replace(/[()（）]/g, '');
    return unit === '' ? column : `${column}（${unit}）`;
  });

const headerFrom = (rows: readonly LedgerRow[], index: number, guessed: boolean): Header | null => {
  const row = rows[index];
  if (!row) return null;
  const [above, below] = [rows[index - 1], rows[index + 1]];
  if (below && (isUnits(below) || (completes(row, below) && isKnownUnder(row, below)))) {
    const units = isUnits(below) ? undefined : rows[index + 2];
    const columns = joined(row, isUnits(below) ? unitsAlone(below) : below).map(oneLine);
    return units && isUnits(units)
      ? { guessed, index: index + 2, upper: index, columns: withUnits(columns, unitsAlone(units)) }
      : { guessed, index: index + 1, upper: index, columns };
  }
  if (above && filled(above).length > 1 && !isFormLine(above) && completes(above, row))
    return { guessed, index, upper: index - 1, columns: joined(above, row).map(oneLine) };
  return { guessed, index, upper: null, columns: row.cells.map(oneLine) };
};

/** Finds the header below titles, in one row or two. */
export const findHeader = (rows: readonly LedgerRow[]): Header | null => {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const known = bestKnown(searched);
  return headerFrom(rows, known === -1 ? looksLikeHeader(searched) : known, known === -1);
};

/** The header where a person says it is. */
export const headerAt = (rows: readonly LedgerRow[], rowNumber: number): Header | null =>
  headerFrom(
    rows,
    rows.findIndex((row) => row.rowNumber === rowNumber),
    false,
  );
