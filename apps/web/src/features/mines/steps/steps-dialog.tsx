import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { StepsForm } from './steps-form';

/** The days of a mine's steps, over the list from which they are mended. */
export const StepsDialog = ({ mine, onClose }: { readonly mine: MineView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('steps.title')} onClose={onClose}>
      <StepsForm mine={mine} onClose={onClose} />
    </Dialog>
  );
};
