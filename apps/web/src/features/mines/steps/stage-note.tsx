import type { MineView } from '@qingshan/contracts';
import { MOVE_REASONS } from '@qingshan/domain';
import { useCodeName } from '../../../shell/codes';
import { PausedTag } from './paused-tag';

/** What belongs to the word of the stage: why the mine is in it, and whether its clock stands still. */
export const StageNote = ({ mine }: { readonly mine: Pick<MineView, 'stageReason' | 'pause'> }) => {
  const code = useCodeName();
  return (
    <>
      {mine.stageReason && <span>{code(MOVE_REASONS, mine.stageReason)}</span>}
      {mine.pause && <PausedTag />}
    </>
  );
};
