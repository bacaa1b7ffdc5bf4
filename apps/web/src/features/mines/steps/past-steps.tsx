import type { PastMineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/page';
import { ClockWords } from './clock-words';
import { StepsTable } from './steps-table';

/** Steps and dates as they stood on a past day. */
export const PastSteps = ({ mine }: { readonly mine: PastMineView }) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('steps.title')}>
      <ClockWords mine={mine} day={mine.asOf} />
      <StepsTable mine={mine} />
    </Panel>
  );
};
