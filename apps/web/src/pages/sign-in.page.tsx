import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { LanguageSwitch } from '../shell/language-switch';
import { keys } from '../shell/keys';
import { Landscape } from '../shell/landscape';
import { Mountains } from '../shell/logo';
import { sessionQuery } from '../shell/session-context';
import { SignInForm } from '../shell/sign-in-form';
import styles from './sign-in.module.css';

/** Only a path of this house: an address from outside is no place to go after signing in. */
const safePath = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');

export const SignInPage = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const to = safePath(useSearchParams()[0].get('to'));

  if (client.getQueryData(sessionQuery.queryKey)) return <Navigate to={to} replace />;
  return (
    <div className={styles.page}>
      <title>{`${t('shell.signIn.title')} · ${t('app.name')}`}</title>
      <Landscape />
      <div className={styles.corner}>
        <LanguageSwitch />
      </div>
      <main className={styles.card}>
        <div className={styles.brand}>
          <Mountains size={44} />
          <div>
            <h1 className={styles.name}>{t('app.name')}</h1>
            <p className={styles.tagline}>{t('app.tagline')}</p>
          </div>
        </div>
        <SignInForm
          onSignedIn={(session) => {
            client.setQueryData(keys.session, session);
            void navigate(to, { replace: true });
          }}
        />
        <p className={styles.help}>{t('shell.signIn.help')}</p>
      </main>
    </div>
  );
};
