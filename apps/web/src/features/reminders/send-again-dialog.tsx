import type { Outbox } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../shell/api';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { toast } from '../../ui/toasts';
import { useSendAgain } from './queries';
import styles from './reminders.module.css';

interface SendAgainDialogProps {
  readonly mail: Outbox['mails'][number];
  readonly onClose: () => void;
}

/** Asks before somebody is written to, and says why it does not come twice. */
export const SendAgainDialog = ({ mail: { id, day, personName }, onClose }: SendAgainDialogProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const again = useSendAgain();
  const [key] = useState(idempotencyKey);
  const send = () => {
    if (again.isPending) return;
    again.mutate(
      { id, key },
      {
        onSuccess: () => {
          toast(t('reminders.outbox.againDone'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('reminders.outbox.againTitle', { name: personName })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" busy={again.isPending} onClick={send}>
            {t('reminders.outbox.again')}
          </Button>
        </>
      }
    >
      <p>{t('reminders.outbox.againHelp', { day })}</p>
      {again.error && (
        <p role="alert" className={styles.error}>
          {sentence(asProblem(again.error))}
        </p>
      )}
    </Dialog>
  );
};
