import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page';

export const ImportPage = () => <Page title={useTranslation().t('imports.title')}>{null}</Page>;
