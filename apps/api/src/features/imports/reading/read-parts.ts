import type { GuardedArchive } from './guard-archive';
import { LIMITS } from './limits';
import { turnAway } from './ledger-table';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly dates1904: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (all, hex: string, dec: string, name: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? all;
      const code = parseInt(hex ?? dec, hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

type Attributes = ReadonlyMap<string, string>;

/** Elements of a local name with their attributes, prefixes of attributes taken off (`r:id` is `id`). */
export const elements = (xml: string, local: string): Attributes[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]{1,40}:)?${local}(?=[\\s/>])([^<>]*)>`, 'g'))].map(
    ([, attributes = '']) =>
      new Map(
        [...attributes.matchAll(/([\w.:-]{1,80})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, name = '', double, single]): [string, string] => [
            name.slice(name.indexOf(':') + 1),
            unescaped(double ?? single ?? ''),
          ],
        ),
      ),
  );

const relationsPart = (part: string): string => {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
};

/** A target is relative to the folder of its source, or absolute with a slash. Empty when it leaves the archive. */
const resolved = (source: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const folder = source.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') folder.pop();
    else if (segment !== '.' && segment !== '') folder.push(segment);
  }
  return folder.join('/');
};

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

const relations = (archive: GuardedArchive, source: string): Relation[] =>
  elements(archive.text(relationsPart(source)), 'Relationship').map((attributes) => ({
    id: attributes.get('Id') ?? '',
    kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
    part: resolved(source, attributes.get('Target') ?? ''),
  }));

const workbookPart = (archive: GuardedArchive): string => {
  const named = elements(archive.text('_rels/.rels'), 'Relationship').find((attributes) =>
    attributes.get('Type')?.endsWith('/officeDocument'),
  );
  const part = named ? resolved('', named.get('Target') ?? '') : 'xl/workbook.xml';
  if (!/workbook\d*\.(?:xml|bin)$/i.test(part) || !archive.has(part))
    throw turnAway(archive.has('content.xml') ? 'other-format' : 'not-a-spreadsheet');
  if (part.endsWith('.bin')) throw turnAway('other-format');
  return part;
};

/** What the workbook says of its parts. hucre would resolve this too, and read every drawing, chart and comment on the way. */
export const readParts = (archive: GuardedArchive): WorkbookParts => {
  const workbook = workbookPart(archive);
  const related = relations(archive, workbook);
  const xml = archive.text(workbook);
  const partOf = (kind: string): string | null => {
    const part = related.find((relation) => relation.kind === kind)?.part;
    if (!part || !archive.has(part)) return null;
    if ((archive.scanOf(part)?.marks ?? Infinity) > LIMITS.treeMarks)
      throw turnAway('too-many-cells', { part: kind });
    return part;
  };
  const sheets = elements(xml, 'sheet').flatMap((attributes) => {
    const relation = related.find(({ id, kind }) => id === attributes.get('id') && kind === 'worksheet');
    if (!relation || !archive.has(relation.part)) return [];
    const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
    return [{ name: attributes.get('name') ?? '', part: relation.part, hidden }];
  });
  if (sheets.length === 0) throw turnAway('not-a-spreadsheet');
  const dates1904 = elements(xml, 'workbookPr').some((attributes) =>
    /^(?:1|true)$/.test(attributes.get('date1904') ?? ''),
  );
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), dates1904 };
};
