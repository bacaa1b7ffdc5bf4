import { folded } from './cell-text';
import { DAY_FIELDS, isAmount, LEDGER_FIELDS, type LedgerField } from './fields';
import { HEADER_WORDS } from './header-words';
import { unitOfWord, withoutUnit } from './units';

/** Headers are compared without case, blanks, stars of required columns and a leading "3." */
export const foldedHeader = (header: string): string =>
  folded(header)
    .replace(/^[*#★]+|(?<![*#:])[*#:]+$/g, '')
    .replace(/^\d{1,2}[.、]/, '');

interface Word {
  readonly field: LedgerField;
  readonly confidence: number;
}

const WORDS = new Map<string, Word>();
for (const name of LEDGER_FIELDS) {
  const { sure, likely = '' } = HEADER_WORDS[name];
  for (const word of likely.split(' | ').filter(Boolean))
    WORDS.set(foldedHeader(word), { field: name, confidence: 0.6 });
  for (const word of [...sure.split(' | '), name])
    WORDS.set(foldedHeader(word), { field: name, confidence: 0.95 });
}

/** Parts of Chinese headers that tell the field when the whole is not in the list; the first that fits wins. */
const TELLING_PARTS: readonly (readonly [part: RegExp, field: LedgerField])[] = [
  [/(?:未治理|未修复|待治理|待修复|剩余).{0,6}面积/, 'untreatedArea'],
  // 拟治理, 计划修复 and 应复垦 are what is meant to be done.
  [/(?<![未待拟应需划])(?:治理|修复|复垦|复绿).{0,4}面积/, 'restoredArea'],
  [/(?:图斑|损毁|破坏|矿山|占地).{0,4}面积/, 'area'],
  [/经度/, 'longitude'],
  [/纬度/, 'latitude'],
  [/主体编号|矿山编号/, 'number'],
  [/矿山名称/, 'name'],
  [/^(?!修复).{0,4}图斑编号/, 'patchNumber'],
  [/矿种/, 'mineralCode'],
  [/开采方式/, 'miningMethod'],
  [/验收.{0,4}(?:日期|时间)/, 'acceptedOn'],
  [/(?:完工|竣工).{0,4}(?:日期|时间)/, 'finishedOn'],
  [/开工.{0,4}(?:日期|时间)/, 'startedOn'],
];

const splitLanguages = (header: string): [latin: string, chinese: string] => {
  const at = header.search(/\p{Script=Han}/u);
  return at > 0 ? [header.slice(0, at), header.slice(at)] : ['', ''];
};

const BRACKETS = /\([^()]{0,40}\)/g;

/** 损毁 under 面积(亩) is the 损毁面积. */
export const belowGroup = (group: string, word: string): string =>
  word.replace(BRACKETS, '') + withoutUnit(group).replace(BRACKETS, '');

/** What is meant to be is no fact: 计划完工时间, 拟验收时间, 应治理面积. */
const INTENDED = /计划|规划|拟|预计|预期|预算|目标|(?<!对|相|响|供)应|planned|expected|target/;
/** What was done in one year is not the whole of it: 2023年治理面积, 治理面积·2019年. */
const OF_ONE_YEAR = /(?:^|·)(?:19|20)\d{2}年度?(?![底末]|以|之)/;

const isOtherThanIs = (field: LedgerField, header: string): boolean =>
  (INTENDED.test(header) && (isAmount(field) || (DAY_FIELDS as readonly LedgerField[]).includes(field))) ||
  (OF_ONE_YEAR.test(header) && isAmount(field));

const wordOrNull = (text: string): Word | null => WORDS.get(text) ?? WORDS.get(withoutUnit(text)) ?? null;

/** The field that a folded header names, whether as it is or as it is meant to be. */
export const wordIn = (whole: string): Word | null => {
  // In 中心点坐标(经度) the brackets say which half of it.
  const tries = [
    whole,
    withoutUnit(whole),
    ...(/\((?:经度|纬度|[xy])\)/.test(whole) ? [] : [whole.replace(BRACKETS, '')]),
  ];
  // Two languages in one header: Mine name 矿山名称.
  const [latin, chinese] = splitLanguages(whole);
  if (chinese && /[a-z]{3}/.test(latin)) tries.push(chinese);
  // The lower half of a two-row header usually says more: 中心点坐标·经度.
  if (whole.includes('·'))
    tries.push(
      belowGroup(whole.slice(0, whole.indexOf('·')), whole.slice(whole.lastIndexOf('·') + 1)),
      whole.slice(whole.lastIndexOf('·') + 1),
      whole.slice(0, whole.indexOf('·')),
    );
  for (const text of tries) {
    const word = wordOrNull(text);
    if (word) return word;
  }
  const part = TELLING_PARTS.find(([pattern]) => pattern.test(whole));
  return part ? { field: part[1], confidence: 0.5 } : null;
};

/** The field whose facts stand under a header. */
export const wordOf = (header: string): Word | null => {
  const whole = foldedHeader(header);
  const word = wordIn(whole);
  return word && isOtherThanIs(word.field, whole) ? null : word;
};

/** The group, where a figure's own words below it say nothing of the field. */
export const partOfGroup = (whole: string, field: LedgerField): string | null => {
  const [group, word] = [whole.slice(0, whole.indexOf('·')), whole.slice(whole.lastIndexOf('·') + 1)];
  if (!whole.includes('·') || !isAmount(field) || unitOfWord(word) !== null) return null;
  return (wordOrNull(belowGroup(group, word)) ?? wordOrNull(word)) ? null : group;
};
