import type { CodeEntry } from '../codes/code-list';
import { STAGES, type Stage } from '../stages/stages';
import { folded } from './cell-text';
import { CODE_WORDS, STAGE_WORDS, type CodeField, type WordList } from './code-words';
import type { LedgerField } from './fields';
import { problem, valueWith, type Parsed } from './problems';

const same = (text: string): string =>
  folded(text)
    .replace(/[()、,,/;“”"'·\-]/g, '')
    .replaceAll('黏', '粘');

/** `井工开采(地下开采)` answers to 井工开采 and to 地下开采 as well. */
const namesOf = (label: string): string[] => {
  const parts = label.split(/[(()]/).filter((part) => part.trim() !== '');
  return [
    label,
    ...(parts[0] ? [parts[0]] : []),
    ...(parts.length === 2 && !/[、等]/.test(parts[1] ?? '') ? [parts[1] ?? ''] : []),
  ];
};

interface Reader {
  readonly codes: ReadonlySet<string>;
  readonly byWord: ReadonlyMap<string, string>;
  readonly assumed: ReadonlyMap<string, string>;
  readonly allowed: string;
}

const wordsByCode = (words: Readonly<Record<string, string>> = {}): [word: string, code: string][] =>
  Object.entries(words).flatMap(([code, list]) =>
    list.split(' | ').map((word): [string, string] => [same(word), code]),
  );

const readerOf = ({ entries, words, assumed }: WordList): Reader => {
  const byWord = new Map<string, string>();
  for (const { code, zh, en } of entries)
    for (const name of [...namesOf(zh), ...namesOf(en)])
      if (!byWord.has(same(name))) byWord.set(same(name), code);
  for (const [word, code] of wordsByCode(words)) byWord.set(word, code);
  return {
    codes: new Set(entries.map((entry) => entry.code)),
    byWord,
    assumed: new Map(wordsByCode(assumed)),
    allowed: entries.map(({ code }) => code).join(', '),
  };
};

export const CODE_FIELDS = Object.keys(CODE_WORDS) as readonly CodeField[];

/** The list a field's codes come from; null for a field that takes no code. */
export const codesFor = (field: LedgerField): readonly CodeEntry[] | null =>
  Object.hasOwn(CODE_WORDS, field) ? CODE_WORDS[field as CodeField].entries : null;

const READERS = new Map(CODE_FIELDS.map((field) => [field, readerOf(CODE_WORDS[field])]));

const one = (reader: Reader, text: string): Parsed<string> | null => {
  const code = text.toUpperCase().replace(/\.0$/, '');
  if (reader.codes.has(code)) return { value: code };
  const known = reader.byWord.get(same(text)) ?? reader.byWord.get(same(code));
  if (known) return { value: known };
  const assumed = reader.assumed.get(same(text));
  if (assumed) return valueWith(assumed, 'code-assumed', reader.allowed);
  // `A露天开采`, `1 采场`, `84412-砖瓦用粘土`
  const lead = /^([A-Z]|\d{1,5}) ?[.、:\-—]? ?(?=\p{Script=Han})/iu.exec(text)?.[1]?.toUpperCase();
  return lead && reader.codes.has(lead) ? { value: lead } : null;
};

/** A code by itself or by its name in either language. Of several values the first counts, and the row says so. */
export const parseCode = (field: CodeField, cell: string): Parsed<string> => {
  const reader = READERS.get(field) ?? readerOf(CODE_WORDS[field]);
  const text = cell.normalize('NFKC').trim().slice(0, 200);
  const whole = one(reader, text);
  if (whole) return whole;
  const parts = text
    .split(/[,、;|/+\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const first = parts.length > 1 ? one(reader, parts[0] ?? '') : null;
  if (first && 'value' in first) return valueWith(first.value, 'several-values', reader.allowed);
  // The register has some 230 minerals, our list those met in Jiangxi: a code of its shape is kept (practice.md §3).
  if (field === 'mineralCode' && /^\d{5}$/.test(text))
    return valueWith(text, 'code-not-listed', reader.allowed);
  return problem('code-unknown', reader.allowed);
};

const STAGE_OF = new Map(
  STAGES.flatMap((stage) =>
    [stage, ...STAGE_WORDS[stage].split(' | ')].map((word) => [same(word), stage] as const),
  ),
);

/** The year beside it says when and not what: 治理中(2023), 2023年完成. */
const BESIDE = /^\d{4}年度?|\(\d{4}(?:年度?|\.\d{1,2}|年\d{1,2}月)?\)$/g;

/** The stage a word stands for. */
export const parseStage = (cell: string): Parsed<Stage> => {
  const stage = STAGE_OF.get(same(folded(cell).replace(BESIDE, '')).replace(/阶段$/, ''));
  return stage ? { value: stage } : problem('stage-unknown', STAGES.join(', '));
};
