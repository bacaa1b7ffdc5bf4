import { mineRoutes, type MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toasts';
import { useEditMine } from '../queries';
import { useProblemText } from '../refusal-text';
import { changesOf, textOf, type MineText } from './form-text';

/**
 * Undoes an edit by one that restores what stood there before, from the same day on: both stay in the history. Refused,
 * like any edit, when somebody changed the mine meanwhile.
 */
export const useTakeBack = () => {
  const { t } = useTranslation();
  const editMine = useEditMine();
  const problemText = useProblemText();
  return async (after: MineView, before: MineText, effectiveOn: string): Promise<void> => {
    const body = {
      version: after.version,
      effectiveOn,
      remark: t('mines.edit.takenBackNote'),
      changes: changesOf(textOf(after), before),
    };
    try {
      await editMine.mutateAsync({ params: { id: after.id }, body: mineRoutes.edit.body.parse(body) });
      toast(t('mines.edit.takenBack'));
    } catch (error) {
      toast(problemText(error), { failed: true });
    }
  };
};
