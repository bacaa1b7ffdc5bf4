import type { WorkItem } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { ADD_DOCUMENT } from '../features/mines/file/add-document';
import { OverdueHere } from '../features/figures/overdue-here';
import { DueSteps } from '../features/today/due-steps';
import { WorkList } from '../features/today/work-list';
import { EDIT_STEPS } from '../features/mines/steps/edit-steps';
import { useSession } from '../shell/session-context';
import { Page } from '../ui/page';

/** Straight to where the next step is taken: the field, the document, or the button that submits. */
const stepTo = ({ mineId, next }: WorkItem): string => {
  if (!next) return `/mines/${mineId}`;
  return `/mines/${mineId}?edit=${next.document ? `${ADD_DOCUMENT}${next.document}` : next.mend}`;
};

/** What the county's official owes today, each with its one next step. */
export const TodayPage = () => {
  const { t } = useTranslation();
  const { today } = useSession();
  return (
    <Page title={t('today.title')} summary={t('today.help', { day: today })} layout="reading">
      <OverdueHere />
      <DueSteps recordTo={(mineId) => `/mines/${mineId}?edit=${EDIT_STEPS}`} />
      <WorkList stepTo={stepTo} />
    </Page>
  );
};
