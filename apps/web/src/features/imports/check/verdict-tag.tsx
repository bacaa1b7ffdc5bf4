import type { ImportRowView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Tag, type MarkShape, type Tone } from '../../../ui/mark';

const LOOKS = {
  new: { tone: 'malachite', shape: 'whole' },
  changed: { tone: 'azurite', shape: 'half' },
  unchanged: { tone: 'stone', shape: 'ring' },
  error: { tone: 'cinnabar', shape: 'diamond' },
} as const satisfies Record<ImportRowView['verdict'], { tone: Tone; shape: MarkShape }>;

export const VerdictTag = ({ verdict }: Pick<ImportRowView, 'verdict'>) => {
  const { t } = useTranslation();
  return <Tag {...LOOKS[verdict]}>{t(`imports.verdict.${verdict}`)}</Tag>;
};
