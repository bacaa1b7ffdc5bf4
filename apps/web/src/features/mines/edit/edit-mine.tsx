import { MINE_FIELDS, stageDay, type MineField } from '@qingshan/domain';
import type { MineView } from '@qingshan/contracts';
import { useMine } from '../queries';
import { EDIT_STEPS } from '../steps/edit-steps';
import { StepsDialog } from '../steps/steps-dialog';
import { EditDialog } from './edit-dialog';
import { PatchDialog } from './patch-dialog';

interface EditMineProps {
  readonly id: number;
  /** From the address: a field, `date` for the one its stage waits for, `patches` for the patch that lacks something, `new-patch`, or a patch's id. */
  readonly start: string;
  readonly onClose: () => void;
  readonly onNext?: () => void;
}

/** The form that the address asks for, over a list or a file. */
export const EditMine = ({ id, start, onClose, onNext }: EditMineProps) => {
  const { data: mine } = useMine(id);
  if (!mine?.mayEdit) return null;
  if (start === EDIT_STEPS) return <StepsDialog mine={mine} onClose={onClose} />;
  if (mine.needsSecond && start === 'new-patch') return null;
  const field =
    start === 'date'
      ? stageDay(mine.stage, mine.approach)
      : MINE_FIELDS.find((one): one is MineField => one === start);
  return field ? (
    <EditDialog mine={mine} focus={field} onClose={onClose} onNext={onNext} />
  ) : (
    <PatchDialog mine={mine} patch={patchFor(mine, start)} onClose={onClose} />
  );
};

const isZero = (area: string) => /^[0.]*$/.test(area);

const patchFor = ({ patches, stage }: MineView, start: string) =>
  start === 'patches'
    ? patches.find((patch) =>
        isZero(stage === 'survey' ? patch.areaSquareMetres : patch.restoredSquareMetres),
      )
    : patches.find((patch) => String(patch.id) === start);
