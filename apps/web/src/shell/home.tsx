import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Page } from '../ui/page';
import { EmptyState } from '../ui/states';
import { PLACES } from './places';
import { useMay } from './session-context';

/** Home is the first place that one may go. */
export const Home = () => {
  const { t } = useTranslation();
  const may = useMay();
  const first = PLACES.find(({ act }) => may(act));
  if (first) return <Navigate to={first.path} replace />;
  return (
    <Page title={t('shell.noPlace.title')}>
      <EmptyState icon="info" title={t('shell.noPlace.help')} />
    </Page>
  );
};
