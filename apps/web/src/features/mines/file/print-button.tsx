import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { useHistoryComing } from '../queries';

/** Prints the file once its whole history is there. */
export const PrintButton = ({ id }: { readonly id: number }) => {
  const { t } = useTranslation();
  return (
    <Button icon="print" busy={useHistoryComing(id)} onClick={() => window.print()}>
      {t('mines.print.button')}
    </Button>
  );
};
