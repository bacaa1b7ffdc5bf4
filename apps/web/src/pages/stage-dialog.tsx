import { useTranslation } from 'react-i18next';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { GateList } from '../features/mines/file/gate-list';
import { useGateFinding } from '../features/mines/file/mine-gate';
import { MoveButtons } from '../features/mines/file/move-buttons';
import { useMine } from '../features/mines/queries';
import { MineReview } from '../features/reviews/mine-review';
import { StageTag } from '../shell/stage-tag';
import { Dialog } from '../ui/dialog';
import styles from './stage-dialog.module.css';

interface StageDialogProps {
  readonly id: number;
  readonly mendTo: (mend: string) => string;
  readonly onClose: () => void;
}

/** Where a mine stands, what it lacks, and its ways on: the key S, without leaving the list. */
export const StageDialog = ({ id, mendTo, onClose }: StageDialogProps) => {
  const { t } = useTranslation();
  const { data: mine } = useMine(id);
  const label = useFieldLabel();
  const text = useFieldText();
  const findingOf = useGateFinding();
  if (!mine) return null;
  return (
    <Dialog open title={t('mines.move.title', { name: mine.name })} onClose={onClose}>
      <div className={styles.stage}>
        <p>
          <StageTag stage={mine.stage} /> {findingOf(mine)}
        </p>
        <GateList mine={mine} mendTo={mendTo} short />
        <MineReview mine={mine} words={{ label, text }} onSubmitted={onClose} />
        <MoveButtons mine={mine} />
      </div>
    </Dialog>
  );
};
