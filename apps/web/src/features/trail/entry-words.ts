import type { TrailEntry } from '@qingshan/contracts';
import { MOVE_NAMES, REVIEW_LEVELS, ROLES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount, formatMoment } from '../../shell/format';
import { isProblemCode } from '../../shell/problem';
import { askedAction, isAct, isAction } from './labels';

/** What a mine's fields are called and how their values read: lent by the page, so that both say the same. */
export interface MineWords {
  readonly labelOf: (field: string, of?: 'mine' | 'patch') => string;
  readonly textOf: (field: string, value: unknown) => string;
}

export interface Change {
  readonly label: string;
  /** Null where there was nothing before. */
  readonly before: string | null;
  readonly after: string;
}

/** A name is a mine's here, and a person's or a view's elsewhere. */
const ABOUT_MINES = /^(?:mine|patch|bulk)\./;
/** Filters name their fields by a short word. */
const SAME_AS: Record<string, string> = { region: 'regionCode', mineral: 'mineralCode' };
/** Told elsewhere. */
const NOT_FACTS = new Set(['requestId', 'role', 'demo']);

/** Of use to who reads one entry whole. */
const NOT_IN_A_LINE = new Set([...NOT_FACTS, 'mineVersion']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A filter or a layout kept inside of a record is read as if its fields stood beside the others. */
const flat = (record: Readonly<Record<string, unknown>> | null): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([field, value]) =>
      isObject(value) && field !== 'widths' ? Object.entries(flat(value)) : [[field, value]],
    ),
  );

/** An entry of the trail as a person reads it. */
export const useEntryWords = ({ labelOf, textOf }: MineWords) => {
  const { t, i18n } = useTranslation();

  /** The word of a name that has one. */
  const wordAt = (key: string, name: unknown): string =>
    i18n.exists(key) ? t(key as 'mines.view.normal') : String(name);

  const label = (field: string, entry: Pick<TrailEntry, 'action'>): string => {
    const own = wordAt(`trail.field.${field}`, field);
    const mines = labelOf(field, entry.action.startsWith('patch') ? 'patch' : 'mine');
    const [first, second] = ABOUT_MINES.test(entry.action) ? [mines, own] : [own, mines];
    return first === field ? second : first;
  };

  const widths = (of: Readonly<Record<string, unknown>>): string =>
    Object.entries(of)
      .map(([column, width]) =>
        t('trail.fact', {
          label: labelOf(column),
          value:
            typeof width === 'number' ? `${width} px` : wordAt(`mines.view.width.${String(width)}`, width),
        }),
      )
      .join(t('trail.comma')) || t('format.none');

  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('format.none');
    if (typeof value === 'boolean') return t(value ? 'trail.yes' : 'trail.no');
    if (field === 'widths' && isObject(value)) return widths(value);
    if (Array.isArray(value))
      return value.map((one) => text(field, one)).join(t('trail.comma')) || t('format.none');
    const said = String(value);
    if (field === 'bytes') return formatBytes(Number(value));
    if (typeof value === 'number') return field.endsWith('Id') ? said : formatCount(value);
    if (/(?:At|Until)$/.test(field)) return formatMoment(said);
    if (field === 'action') return askedAction(t, said);
    if (field === 'hidden' || field === 'order' || field === 'pinned') return labelOf(said);
    if (field === 'sort') return said.startsWith('-') ? `${labelOf(said.slice(1))} ↓` : `${labelOf(said)} ↑`;
    if (field === 'density') return wordAt(`mines.view.${said}`, said);
    if (field === 'outcome') return wordAt(`trail.outcome.${said}`, said);
    if (field === 'act') return isAct(said) ? t(`trail.act.${said}`) : said;
    if (field === 'refusal') return isProblemCode(said) ? t(`labels.refusal.${said}`) : said;
    if (field === 'language') return said === 'en' || said === 'zh' ? t(`shell.language.${said}`) : said;
    const role = field === 'role' ? ROLES.find((one) => one === said) : undefined;
    if (role) return t(`labels.role.${role}`);
    const level = /^levels?$/.test(field) ? REVIEW_LEVELS.find((one) => one === said) : undefined;
    if (level) return t(`reviews.level.${level}`);
    const move = field === 'move' ? MOVE_NAMES.find((one) => one === said) : undefined;
    if (move) return t(`labels.move.${move}`);
    return textOf(SAME_AS[field] ?? field, value);
  };

  const action = ({ action: name }: Pick<TrailEntry, 'action'>): string =>
    isAction(name) ? t(`trail.action.${name}`) : name;

  const changes = (entry: TrailEntry): Change[] => {
    const [before, after] = [flat(entry.before), flat(entry.after)];
    return Object.keys({ ...before, ...after }).map((field) => ({
      label: label(field, entry),
      before: field in before ? text(field, before[field]) : null,
      after: text(field, after[field]),
    }));
  };

  const facts = (entry: TrailEntry, untold = NOT_FACTS) =>
    Object.entries(flat(entry.detail))
      .filter(([field]) => !untold.has(field))
      .map(([field, value]) => ({ label: label(field, entry), value: text(field, value) }));

  /** All of it in a line, for a table. */
  const summary = (entry: TrailEntry): string =>
    [
      ...changes(entry).map(({ label: name, before, after }) =>
        before === null
          ? t('trail.fact', { label: name, value: after })
          : t('trail.change', { label: name, before, after }),
      ),
      ...facts(entry, NOT_IN_A_LINE).map((fact) => t('trail.fact', fact)),
      ...(entry.remark ? [entry.remark] : []),
    ].join(t('trail.semicolon'));

  return { action, changes, facts, summary };
};

export type EntryWords = ReturnType<typeof useEntryWords>;
