import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page';

export const SystemPage = () => <Page title={useTranslation().t('system.title')}>{null}</Page>;
