import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '../ui/button';
import { RefusedState, ErrorState } from '../ui/states';
import { NotFound } from './not-found';

const isStaleChunk = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** What is left when a page throws: it says so and offers the way on. */
export const Crash = () => {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const reload = (
    <Button icon="refresh" onClick={() => window.location.reload()}>
      {t('shell.crash.reload')}
    </Button>
  );
  if (isStaleChunk(error)) return <RefusedState sentence={t('shell.crash.updated')}>{reload}</RefusedState>;
  return (
    <>
      <title>{`${t('shell.crash.title')} · ${t('app.name')}`}</title>
      <ErrorState sentence={t('shell.crash.help')} onRetry={() => window.location.reload()} />
    </>
  );
};
