import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page';

export const NewMinePage = () => <Page title={useTranslation().t('mines.create.title')}>{null}</Page>;
