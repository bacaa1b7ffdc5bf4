import type { Language } from '@qingshan/domain';
import type { DigestItem, DigestSection } from './digest';
import { DIGEST_WORDS } from './digest-words';

interface DigestFacts {
  readonly language: Language;
  readonly day: string;
  readonly name: string;
  readonly page: string;
  /** Where all of it is found. */
  readonly home: string;
  readonly sections: readonly DigestSection[];
  readonly nameOf: (regionCode: string) => string;
}

/** What people typed stays on its line. */
const inLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const count = (total: number): string => total.toLocaleString('en');

/** A digest as plain text: nothing in it loads, runs or counts its readers, and no link opens without signing in. */
export const writeDigest = ({ language, day, name, page, home, sections, nameOf }: DigestFacts) => {
  const words = DIGEST_WORDS[language];
  const itemLines = ({ name: mine, number, regionCode, stage, dueOn, path }: DigestItem): string[] => {
    const rest = [number, nameOf(regionCode), words.stage[stage], ...(dueOn ? [words.due(dueOn)] : [])];
    return [words.item(inLine(mine), rest.map(inLine).join(words.comma)), `  ${page}${path}`];
  };
  const sectionLines = ({ part, total, items }: DigestSection): string[] => [
    words.parts[part](count(total)),
    ...items.flatMap(itemLines),
    ...(total > items.length ? [words.more(count(total - items.length))] : []),
    '',
  ];
  return {
    subject: words.subject(
      sections.map(({ part, total }) => words.short(part, count(total))).join(words.comma),
      day,
    ),
    text: [
      words.greeting(inLine(name)),
      '',
      words.asOf(day),
      '',
      ...sections.flatMap(sectionLines),
      `${words.all} ${page}${home}`,
      `${words.settings} ${page}/reminders`,
      '',
      words.foot,
      '',
    ].join('\n'),
  };
};
