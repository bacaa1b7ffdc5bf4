import type { Stage } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Mark, Tag } from '../ui/mark';
import { STAGE_LOOK } from './labels';

export const StageTag = ({ stage }: { readonly stage: Stage }) => {
  const { t } = useTranslation();
  return <Tag {...STAGE_LOOK[stage]}>{t(`labels.stage.${stage}`)}</Tag>;
};

export const StageMark = ({ stage }: { readonly stage: Stage }) => <Mark {...STAGE_LOOK[stage]} />;
