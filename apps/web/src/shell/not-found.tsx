import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page';
import { EmptyState } from '../ui/states';

export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('shell.notFound.title')}>
      <EmptyState icon="map" title={t('shell.notFound.help')}>
        <Link to="/">{t('shell.notFound.home')}</Link>
      </EmptyState>
    </Page>
  );
};
