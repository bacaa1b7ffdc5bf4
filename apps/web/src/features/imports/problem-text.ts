import type { ImportRowView } from '@qingshan/contracts';
import {
  codeName,
  codesFor,
  LEDGER_FIELDS,
  LEDGER_UNITS,
  STAGES,
  unitsOf,
  type ProblemCode,
} from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shell/i18n';
import { useRegions } from '../../shell/regions';
import { useFieldName, type MineWords } from './ledger-words';

export type RowProblem = ImportRowView['problems'][number];

/** How what was found, or would have been accepted, is written: as it stands unless the code says what it is. */
type Kind =
  | 'area'
  | 'regions'
  | 'stages'
  | 'codes'
  | 'units'
  | 'row'
  | 'length'
  | 'range'
  | 'day'
  | 'after'
  | 'degrees'
  | 'fact';

const KINDS: Partial<Record<ProblemCode, { readonly found?: Kind; readonly allowed?: Kind }>> = {
  'too-long': { allowed: 'length' },
  'out-of-range': { allowed: 'range' },
  'unit-missing': { allowed: 'units' },
  'unit-unclear': { allowed: 'units' },
  'restored-exceeds-area': { found: 'area', allowed: 'area' },
  'areas-disagree': { found: 'area', allowed: 'area' },
  'area-not-changed': { found: 'area', allowed: 'area' },
  'status-disagrees': { found: 'area', allowed: 'area' },
  'duplicate-row': { allowed: 'row' },
  'rows-disagree': { found: 'fact', allowed: 'row' },
  'day-before-change': { allowed: 'day' },
  'days-out-of-order': { allowed: 'after' },
  'region-out-of-reach': { found: 'regions' },
  'region-not-changed': { found: 'regions', allowed: 'regions' },
  'region-ambiguous': { allowed: 'regions' },
  'region-outside-city': { allowed: 'regions' },
  'region-replaced': { allowed: 'regions' },
  'region-assumed': { allowed: 'regions' },
  'unit-slip': { found: 'area', allowed: 'area' },
  'area-implausible': { found: 'area', allowed: 'range' },
  'projected-coordinates': { allowed: 'degrees' },
  'code-unknown': { allowed: 'codes' },
  'code-not-listed': { allowed: 'codes' },
  'code-assumed': { allowed: 'codes' },
  'several-values': { allowed: 'codes' },
  'stage-unknown': { allowed: 'stages' },
  'stage-not-moved': { found: 'stages', allowed: 'stages' },
};

const CODES_LISTED = 6;

/** A problem in the reader's language: what is wrong, what stood there, what would have been understood. */
export const useProblemText = (mine: MineWords) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOf } = useRegions();
  const fieldName = useFieldName();

  const joined = (texts: readonly string[]) => texts.join(t('imports.separator'));
  const listed = (text: string) => text.split(', ');

  const codes = ({ field }: RowProblem): string => {
    const list = field === null ? [] : (codesFor(field) ?? []);
    const names = joined(
      list.slice(0, CODES_LISTED).map(({ code }) => codeName(list, code, language) ?? code),
    );
    return list.length > CODES_LISTED
      ? t('imports.allowed.codes', { list: names, total: list.length })
      : names;
  };

  const after = (text: string): string => {
    const [, field, day = ''] = /^≥ (\w+) (\S+)$/.exec(text) ?? [];
    const known = LEDGER_FIELDS.find((one) => one === field);
    return known ? t('imports.allowed.after', { field: fieldName(known), day }) : text;
  };

  const writers: Record<Kind, (text: string, problem: RowProblem) => string> = {
    area: (text) => text.replace(/\d+(?:\.\d+)?/g, (metres) => mine.text('areaSquareMetres', metres)),
    regions: (text) => joined(listed(text).map(nameOf)),
    stages: (text) =>
      joined(
        listed(text).map((name) => {
          const stage = STAGES.find((one) => one === name);
          return stage ? t(`labels.stage.${stage}`) : name;
        }),
      ),
    codes: (_, problem) => codes(problem),
    units: (_, { field }) =>
      joined((field === null ? LEDGER_UNITS : unitsOf(field)).map((unit) => t(`imports.unit.${unit}`))),
    row: (text) => t('imports.allowed.row', { row: text }),
    length: (text) => t('imports.allowed.length', { max: text.replace(/\D+/g, '') }),
    range: (text) =>
      text.replace(/ (\w+)$/, (_, name: string) => {
        const unit = LEDGER_UNITS.find((one) => one === name);
        return ` ${unit ? t(`imports.unit.${unit}`) : name}`;
      }),
    day: (text) => t('imports.allowed.before', { day: text }),
    after,
    degrees: () => t('imports.allowed.degrees'),
    fact: (text, { field }) => mine.text(field === 'region' ? 'regionCode' : (field ?? ''), text),
  };

  const write = (problem: RowProblem, part: 'found' | 'allowed'): string => {
    const text = problem[part] ?? '';
    const kind = KINDS[problem.code]?.[part];
    return text !== '' && kind ? writers[kind](text, problem) : text;
  };

  return {
    sentence: (code: ProblemCode): string => t(`imports.problem.${code}`),
    found: (problem: RowProblem): string => write(problem, 'found') || t('imports.rows.blank'),
    allowed: (problem: RowProblem): string => write(problem, 'allowed') || t('format.none'),
  };
};
