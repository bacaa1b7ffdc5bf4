import {
  DOCUMENT_TYPES,
  FUNDING_SOURCES,
  MINERALS,
  MINING_METHODS,
  MOVE_REASONS,
  PATCH_ATTRIBUTES,
  PATCH_SUBCLASSES,
  PAUSE_REASONS,
  RESTORATION_APPROACHES,
  RETURN_REASONS,
  STAGES,
  STEP_NAMES,
  type CodeEntry,
  type MineField,
} from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../shell/codes';
import { areaIn, moneyIn } from '../../shell/format';
import { useRegions } from '../../shell/regions';
import { useWriting } from '../../shell/written';

/** Fields of a mine whose value is a code of a list. */
export const CODE_LISTS: Partial<Record<MineField, readonly CodeEntry[]>> = {
  mineralCode: MINERALS,
  miningMethod: MINING_METHODS,
  approach: RESTORATION_APPROACHES,
  fundingSource: FUNDING_SOURCES,
};

const OTHER_CODES: Record<string, readonly CodeEntry[]> = {
  subclass: PATCH_SUBCLASSES,
  attribute: PATCH_ATTRIBUTES,
  document: DOCUMENT_TYPES,
  stageReason: MOVE_REASONS,
  pauseReason: PAUSE_REASONS,
};

const STAGE_FIELDS = new Set(['stage', 'submittedStage', 'pausedStage', 'resumedStage']);
const STEP_DAYS = ['plannedOn', 'forecastOn', 'actualOn'] as const;

const AREA = /SquareMetres$/;

/** A stored value as a person reads it: names for codes, money and places in words, areas in mu and in m². */
export const useFieldText = () => {
  const { t } = useTranslation();
  const code = useCodeName();
  const { nameOf } = useRegions();
  const { unit } = useWriting();
  const amount = (value: string, words: string) => t('format.amount', { value, unit: words });
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('format.none');
    const text = String(value);
    const list = CODE_LISTS[field as MineField] ?? OTHER_CODES[field];
    if (list) return code(list, text);
    if (field === 'regionCode') return nameOf(text);
    if (field === 'fundsAllocatedFen' && /^\d+$/.test(text))
      return amount(moneyIn(text, 'tenThousandYuan'), unit('tenThousandYuan'));
    if (AREA.test(field) && /^\d+(?:\.\d+)?$/.test(text)) {
      const metres = t('mines.within', { text: amount(areaIn(text, 'squareMetre'), unit('squareMetre')) });
      return `${amount(areaIn(text, 'mu'), unit('mu'))}${metres}`;
    }
    if (field === 'returnReasons')
      return text
        .split(', ')
        .map((one) => code(RETURN_REASONS, one))
        .join(t('mines.separator'));
    const stage = STAGE_FIELDS.has(field) ? STAGES.find((one) => one === text) : undefined;
    return stage ? t(`labels.stage.${stage}`) : text;
  };
};

/** Fields of the trail that are not fields of the form have words of their own. */
export const useFieldLabel = () => {
  const { t, i18n } = useTranslation();
  return (field: string, of: 'mine' | 'patch' = 'mine'): string => {
    // A day of a step is told as `step.day`.
    const [first, last] = field.split('.');
    const step = STEP_NAMES.find((one) => one === first);
    const day = STEP_DAYS.find((one) => one === last);
    if (step && day) return t('steps.dayOf', { step: t(`steps.name.${step}`), day: t(`steps.${day}`) });
    const own = `mines.field.${field}`;
    const shared = `labels.field.${field}`;
    const found = (of === 'patch' ? [own, shared] : [shared, own]).find((key) => i18n.exists(key));
    return found ? t(found as 'mines.field.stage') : field;
  };
};
