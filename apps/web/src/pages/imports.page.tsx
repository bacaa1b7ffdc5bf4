import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page';

export const ImportsPage = () => <Page title={useTranslation().t('imports.title')}>{null}</Page>;
