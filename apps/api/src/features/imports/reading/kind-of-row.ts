/** What a row below the header is: one of the ledger, or something that is told and left out. */
export type RowKind =
  'row' | 'empty-rows' | 'totals-rows' | 'footer-rows' | 'section-rows' | 'numbering-row' | 'repeated-header';

const TOTAL =
  /^.{0,12}(?:合计|小计|总计|共计|累计)(?::|[:(]?共?\d{1,6}[处个宗座家]?\)?)?$|^(?:grand ?|sub ?-?)?total:?$/i;
const FOOTER =
  /^(?:注\d{0,2}|说明|备注|填表说明|填表人?|填报人?|制表人?|制表单位|审核人?|复核人?|单位负责人|负责人|联系人|联系电话|(?:填报|填表|制表|统计)(?:日期|时间)|资料来源|source|notes?)\s{0,4}:/i;

/** Who made, checked and signed the table, with or without a colon: the name may stand in the next cell. */
const SIGNED =
  /^(?:(?:填表|制表|填报|编制|审核|复核|校核|审批|审定|经办|统计)(?:人员?|单位|负责人)|(?:单位|科室|主管|分管|主要)?(?:负责人|领导))(?:签字|签名|签章)?(?:\((?:签字|签名|盖章|签章)\))?(?::.{0,40})?$/;

/** A line with nothing else in it: the day, the office or its seal, the page. */
const CLOSING =
  /^第\d{1,4}页(?:[,/]?共\d{1,4}页)?$|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$|^\((?:盖章|公章|签章|签字)\)$|.(?:局|政府|办公室|委员会)(?:\(.{0,6}章\))?$/;

const ORDINAL = /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/;
const TOWN =
  /^(?:\(?[一二三四五六七八九十]{1,3}\)?[、.]?)?[^\d:]{1,10}(?:乡|镇|街道|街道办|办事处)(?:\([^()]{0,10}\))?:?$/;
const FIGURE = /^[\d.,]+$/;

/** Narrower tables have rows of one cell that mean something. */
const NARROWEST = 3;

const filledCells = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

const bare = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').replace(/\s+/g, '');

/** Sums of one mine's patches are named where the numbers of the patches stand, however far to the right. */
const TOTAL_ANYWHERE = /^(?:合|小|总|共|累)计(?::|[:(]?共?\d{1,6}[处个宗座家块]?(?:图斑)?\)?)?$/;
const LONGEST_TOTAL = 16;

const isTotal = (cells: readonly string[]): boolean =>
  filledCells(cells)
    .slice(0, 3)
    .some((cell) => TOTAL.test(bare(cell))) ||
  cells.some(
    (cell) => cell.length <= LONGEST_TOTAL && cell.includes('计') && TOTAL_ANYWHERE.test(bare(cell)),
  );

/** 注:… or 填表人: 审核人: 日期: below the table. */
const isFooter = (cells: readonly string[], isWide: boolean): boolean => {
  const filled = filledCells(cells);
  const first = bare(filled[0]);
  return (
    (filled.length <= 4 && FOOTER.test(filled[0]?.normalize('NFKC').trim() ?? '')) ||
    (filled.length <= 6 && SIGNED.test(first)) ||
    (isWide && filled.length === 1 && CLOSING.test(first))
  );
};

/** 一 | 王母渡镇 above the mines of the town, perhaps with its sums. */
const isSection = (cells: readonly string[]): boolean => {
  const [first, ...others] = filledCells(cells).map(bare);
  if (first === undefined) return false;
  if (others.length === 0) return TOWN.test(first);
  return (
    ORDINAL.test(first) && TOWN.test(others[0] ?? '') && others.slice(1).every((cell) => FIGURE.test(cell))
  );
};

/** The town that such a heading names. */
export const sectionTown = (cells: readonly string[]): string | null => {
  const named = filledCells(cells)
    .map(bare)
    .find((cell) => TOWN.test(cell));
  return (
    named
      ?.replace(/^\(?[一二三四五六七八九十]{1,3}\)?[、.]?(?=.{2})/, '')
      .replace(/(?:\([^()]*\))?:?$/, '') ?? null
  );
};

const STEMS = '甲乙丙丁戊己庚辛壬癸';
/** (1), 第1列, ① and 4=5+6 are the places 1, 1, 1 and 4. */
const placeOf = (cell: string): string =>
  bare(cell)
    .replace(/^\(|\)$/g, '')
    .replace(/^第|[列栏]$/g, '')
    .replace(/=.*$/, '');

const isRisingFrom = (places: readonly string[], nameOf: (at: number) => string): boolean =>
  places.every((place, at) => place.toUpperCase() === nameOf(at));

/** The row 1, 2, 3 … that forms put below their header, also as A, B, C …, with 栏次 or 甲, 乙 for the columns of words. */
const isNumbering = (cells: readonly string[]): boolean => {
  const places = filledCells(cells).map(placeOf);
  const named = places.filter((place, at) => !(at === 0 && /^[栏行]次?$/.test(place)));
  const words = named.findIndex((place, at) => place !== STEMS[at]);
  const rest = words === -1 ? [] : named.slice(words);
  return (
    places.length >= 3 &&
    (isRisingFrom(rest, (at) => String(at + 1)) ||
      (rest.length >= 3 && isRisingFrom(rest, (at) => String.fromCharCode(65 + at))))
  );
};

const isHeaderAgain = (cells: readonly string[], columns: readonly string[]): boolean =>
  filledCells(cells).length > 1 &&
  columns.every((column, index) => (cells[index] ?? '').replace(/\s+/g, ' ').trim() === column);

export const kindOf = (cells: readonly string[], columns: readonly string[], isFirst: boolean): RowKind => {
  if (filledCells(cells).length === 0) return 'empty-rows';
  const isWide = filledCells(columns).length >= NARROWEST;
  if (isFirst && isNumbering(cells)) return 'numbering-row';
  if (isTotal(cells)) return 'totals-rows';
  if (isFooter(cells, isWide)) return 'footer-rows';
  if (isWide && isSection(cells)) return 'section-rows';
  return isHeaderAgain(cells, columns) ? 'repeated-header' : 'row';
};
