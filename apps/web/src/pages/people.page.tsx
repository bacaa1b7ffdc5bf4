import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page';

export const PeoplePage = () => <Page title={useTranslation().t('people.title')}>{null}</Page>;
