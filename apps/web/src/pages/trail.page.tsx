import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page';

export const TrailPage = () => <Page title={useTranslation().t('trail.title')}>{null}</Page>;
