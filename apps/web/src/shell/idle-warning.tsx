import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { minutesSinceContact } from './api';
import { sessionQuery } from './session-context';

const CHECK_EVERY_MS = 15_000;
const WARN_BEFORE_MINUTES = 3;
const RECENTLY_MS = 60_000;

/** Warns before the server ends an idle session. Somebody who is typing is not idle: the page then tells the server. */
export const IdleWarning = ({ idleMinutes }: { readonly idleMinutes: number }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [warned, setWarned] = useState(false);

  useEffect(() => {
    let lastAction = performance.now();
    const act = () => {
      lastAction = performance.now();
    };
    const check = () => {
      const near = minutesSinceContact() > idleMinutes - WARN_BEFORE_MINUTES;
      if (near && performance.now() - lastAction < RECENTLY_MS)
        void client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      setWarned(near && performance.now() - lastAction >= RECENTLY_MS);
    };
    const timer = setInterval(check, CHECK_EVERY_MS);
    window.addEventListener('keydown', act);
    window.addEventListener('pointerdown', act);
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', act);
      window.removeEventListener('pointerdown', act);
    };
  }, [client, idleMinutes]);

  const stay = () => {
    setWarned(false);
    void client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };

  return (
    <Dialog
      open={warned}
      title={t('shell.idle.title')}
      onClose={stay}
      footer={
        <Button look="primary" data-autofocus onClick={stay}>
          {t('shell.idle.stay')}
        </Button>
      }
    >
      <p>{t('shell.idle.help', { minutes: WARN_BEFORE_MINUTES })}</p>
    </Dialog>
  );
};
