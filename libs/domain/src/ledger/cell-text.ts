/** Full-width digits and letters become half-width, runs of blanks one blank: what two people would call the same text. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** As `plain`, and without case and blanks: for comparing words. */
export const folded = (text: string): string => plain(text).toLowerCase().replaceAll(' ', '');

/**
 * Texts that stand for "nothing here" in ledgers met so far (practice.md §5, assurance.md §1). A deployment may pass its own list.
 */
export const DEFAULT_NULLS = [
  '/',
  '//',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '无',
  '暂无',
  '空',
  '未知',
  '不详',
  '不明',
  '待补充',
  '待测',
  '待测量',
  '待核实',
  '待查',
  '未测量',
  '未统计',
  '缺',
  '缺失',
  'n/a',
  'na',
  '#n/a',
  'null',
  'none',
  'nil',
  'nan',
  'unknown',
  'not applicable',
  'not defined',
  '-- not defined --',
] as const;

/** The words as a set that `isNull` can ask. */
export const nullWords = (words: readonly string[] = DEFAULT_NULLS): ReadonlySet<string> =>
  new Set(words.map(folded));

/** Whether a cell says "nothing": blank, or one of the words. */
export const isNull = (cell: string, words: ReadonlySet<string>): boolean => {
  const text = folded(cell);
  return text === '' || words.has(text);
};

/** Values a broken formula leaves behind. */
export const isSpreadsheetError = (cell: string): boolean =>
  /^#(?:REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i.test(cell.trim());

/** A sign that was lost when the bytes of a file were damaged. */
export const isDamagedText = (cell: string): boolean => cell.includes('\uFFFD');
