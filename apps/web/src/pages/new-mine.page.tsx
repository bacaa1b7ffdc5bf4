import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewMineForm } from '../features/mines/edit/new-mine-form';
import { Page } from '../ui/page';
import { toast } from '../ui/toasts';

export const NewMinePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page
      layout="reading"
      title={t('mines.create.title')}
      crumbs={[{ label: t('mines.title'), to: '/mines' }]}
    >
      <NewMineForm
        onDone={(mine) => {
          toast(t('mines.create.done', { name: mine.name }));
          void navigate(`/mines/${mine.id}`);
        }}
      />
    </Page>
  );
};
