import type { MineView } from '@qingshan/contracts';
import { asProblem } from '../../../shell/problem';
import { toast } from '../../../ui/toasts';
import { useChangedBy } from '../edit/changed-by';
import { useReloadMine } from '../queries';
import { useProblemText } from '../refusal-text';

interface ClockAct {
  readonly mine: MineView;
  readonly done: string;
  readonly onClose: () => void;
  readonly onRefused: (message: string) => void;
}

/** Does what stops or starts the clock: told when it is done; who comes second sees the newest file. */
export const useClockAct = ({ mine, done, onClose, onRefused }: ClockAct) => {
  const reload = useReloadMine();
  const problemText = useProblemText();
  const changedBy = useChangedBy();
  return async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
      toast(done);
      onClose();
    } catch (error) {
      const problem = asProblem(error);
      const conflict = problem.code === 'version-conflict';
      if (conflict) await reload(mine.id);
      onRefused(conflict ? changedBy(problem) : problemText(error));
    }
  };
};
