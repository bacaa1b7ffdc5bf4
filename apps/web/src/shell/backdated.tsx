import { isBackdated } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/mark';

interface BackdatedProps {
  readonly effectiveOn: string | null;
  readonly recordedAt: string;
}

/** Marks what was recorded after the day it took effect; where it was told in time, nothing stands there. */
export const Backdated = ({ effectiveOn, recordedAt }: BackdatedProps) => {
  const { t } = useTranslation();
  if (!isBackdated(effectiveOn, new Date(recordedAt))) return null;
  return (
    <span title={t('mines.history.backdatedHelp')}>
      <Tag tone="ochre">{t('mines.history.backdated')}</Tag>
    </span>
  );
};
