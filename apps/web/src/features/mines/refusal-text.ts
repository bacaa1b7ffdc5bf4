import { CRITERIA, STEP_NAMES, type CriterionName, type RefusalCode } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence, type ApiProblem } from '../../shell/problem';
import { useFieldLabel } from './field-text';

const isCriterion = (name: unknown): name is CriterionName => typeof name === 'string' && name in CRITERIA;

interface Said {
  readonly code: ApiProblem['code'] | RefusalCode;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A refusal in words, with what it names: the criteria that are missing, the field, the day that is too early. */
export const useRefusalText = () => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const label = useFieldLabel();

  const detailOf = ({ code, data = {} }: Said): string | null => {
    const { missing, field, since, step, after } = data;
    const [later, earlier] = [step, after].map((name) => STEP_NAMES.find((one) => one === name));
    if (later && earlier && typeof since === 'string')
      return t('steps.mustFollow', {
        step: t(`steps.name.${later}`),
        after: t(`steps.name.${earlier}`),
        day: since,
      });
    if (Array.isArray(missing)) {
      const names = missing.filter(isCriterion).map((name) => t(`labels.criterion.${name}`));
      return t('mines.refusal.gate', { list: names.join(t('mines.separator')) });
    }
    if (typeof field === 'string' && typeof since === 'string')
      return t('mines.refusal.field', { field: label(field), day: since });
    if (typeof since === 'string') return t('mines.refusal.since', { day: since });
    return code === 'invalid-input' && typeof field === 'string'
      ? t('mines.refusal.fieldOnly', { field: label(field) })
      : null;
  };

  return (said: Said): string => {
    if (said.data?.why === 'nothing-changed') return t('mines.refusal.nothingChanged');
    if (said.data?.why === 'half-coordinates') return t('mines.refusal.halfCoordinates');
    const plain = sentence({ code: said.code as RefusalCode });
    const detail = detailOf(said);
    return detail === null ? plain : `${plain}${t('mines.within', { text: detail })}`;
  };
};

export const useProblemText = () => {
  const text = useRefusalText();
  return (error: unknown): string => text(asProblem(error));
};
