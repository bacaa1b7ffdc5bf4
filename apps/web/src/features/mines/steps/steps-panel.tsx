import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/button';
import { Panel } from '../../../ui/page';
import { StageClock } from './stage-clock';
import { StepsForm } from './steps-form';
import { StepsTable } from './steps-table';

interface StepsPanelProps {
  readonly mine: MineView;
  /** The address says so: a link leads straight into the days. */
  readonly editing: boolean;
  readonly editTo: string;
  readonly onClose: () => void;
}

/** Steps and dates 步骤与日期: read as a table, written in place. */
export const StepsPanel = ({ mine, editing, editTo, onClose }: StepsPanelProps) => {
  const { t } = useTranslation();
  const open = editing && mine.mayEdit;
  return (
    <Panel
      title={t('steps.title')}
      actions={
        mine.mayEdit &&
        !open && (
          <ButtonLink to={editTo} icon="calendar">
            {t('steps.edit')}
          </ButtonLink>
        )
      }
    >
      <StageClock mine={mine} />
      {open ? <StepsForm mine={mine} onClose={onClose} /> : <StepsTable mine={mine} />}
    </Panel>
  );
};
