import type { ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Tag, type MarkShape, type Tone } from '../../ui/mark';

const LOOKS = {
  mapping: { tone: 'ochre', shape: 'ring' },
  checked: { tone: 'azurite', shape: 'half' },
  applying: { tone: 'teal', shape: 'most' },
  done: { tone: 'malachite', shape: 'whole' },
  undoing: { tone: 'teal', shape: 'half' },
  undone: { tone: 'stone', shape: 'ring' },
  cancelled: { tone: 'stone', shape: 'barred' },
  failed: { tone: 'cinnabar', shape: 'diamond' },
} as const satisfies Record<ImportView['state'], { tone: Tone; shape: MarkShape }>;

export const StateTag = ({ state }: Pick<ImportView, 'state'>) => {
  const { t } = useTranslation();
  return <Tag {...LOOKS[state]}>{t(`imports.state.${state}`)}</Tag>;
};
