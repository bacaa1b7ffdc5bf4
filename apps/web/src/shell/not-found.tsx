import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/states';

export const NotFound = () => {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${t('shell.notFound.title')} · ${t('app.name')}`}</title>
      <EmptyState icon="map" title={t('shell.notFound.title')}>
        <p>{t('shell.notFound.help')}</p>
        <Link to="/">{t('shell.notFound.home')}</Link>
      </EmptyState>
    </>
  );
};
