import { lazy, Suspense } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { keys } from './keys';

/** Few sessions end with a page open: the form comes when one does. */
const SignInForm = lazy(async () => ({ default: (await import('./sign-in-form')).SignInForm }));

interface SignInAgainProps {
  readonly username: string;
  readonly onBack: () => void;
}

/** The session ended while a page was open: sign in over it, so that nothing typed is lost. */
export const SignInAgain = ({ username, onBack }: SignInAgainProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <Dialog
      open
      title={t('shell.signIn.again')}
      footer={
        <Button look="quiet" onClick={() => window.location.assign('/sign-in')}>
          {t('shell.signIn.otherAccount')}
        </Button>
      }
    >
      <p>{t('shell.signIn.againHelp')}</p>
      <Suspense>
        <SignInForm
          username={username}
          onSignedIn={(session) => {
            client.setQueryData(keys.session, session);
            void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
            onBack();
          }}
        />
      </Suspense>
    </Dialog>
  );
};
