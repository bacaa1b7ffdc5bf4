import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';

/** A password just made: lives as long as the dialog that shows it. */
export interface FreshPassword {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

interface PasswordDialogProps {
  readonly fresh: FreshPassword;
  readonly onClose: () => void;
}

/** The only time a password is seen: no Esc and no press beside it takes it away by accident. */
export const PasswordDialog = ({ fresh, onClose }: PasswordDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      title={t('people.password.title', { name: fresh.name })}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('people.password.close')}
        </Button>
      }
    >
      <p>{t('people.password.help')}</p>
      <Facts
        facts={[
          { label: t('people.column.username'), value: fresh.username },
          { label: t('people.password.label'), value: <CopyText text={fresh.password} /> },
        ]}
      />
    </Dialog>
  );
};
