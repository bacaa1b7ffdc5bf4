import { mineRoutes, type MineView } from '@qingshan/contracts';
import type { MoveName } from '@qingshan/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules } from '../../../shell/forms';
import { asProblem } from '../../../shell/problem';
import { useSession } from '../../../shell/session-context';
import { StageTag } from '../../../shell/stage-tag';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { tidyDay } from '../../../ui/form/day';
import { FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { toast } from '../../../ui/toasts';
import { useChangedBy } from '../edit/changed-by';
import { bodyResolver } from '../edit/resolver';
import { WhenFields } from '../edit/when-fields';
import { useMoveMine, useReloadMine } from '../queries';
import { useProblemText } from '../refusal-text';
import styles from './gate.module.css';

interface MoveDialogProps {
  readonly mine: MineView;
  readonly move: MoveName;
  readonly onClose: () => void;
}

/** Moves a mine: from where to where, on which day, and why. Who comes second is told, and sees the newest file. */
export const MoveDialog = ({ mine, move, onClose }: MoveDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const moveMine = useMoveMine();
  const reload = useReloadMine();
  const problemText = useProblemText();
  const changedBy = useChangedBy();
  const way = mine.moves.find((one) => one.move === move);
  const reasonNeeded = way?.needsReason ?? false;
  const words = reasonNeeded ? t('mines.move.reason') : t('mines.move.remark');
  const form = useForm({
    defaultValues: { effectiveOn: today, reason: '' },
    shouldFocusError: false,
    resolver: bodyResolver(
      mineRoutes.move.body,
      (values: { effectiveOn: string; reason: string }) => ({
        version: mine.version,
        move,
        effectiveOn: tidyDay(values.effectiveOn),
        reason: values.reason,
      }),
      useRules(),
    ),
  });
  if (!way) return null;

  const submit = async (body: Parameters<typeof moveMine.mutateAsync>[0]['body']) => {
    if (reasonNeeded && body.reason === null) {
      form.setError('reason', { type: 'required', message: t('labels.rule.required') });
      return;
    }
    try {
      await moveMine.mutateAsync({ params: { id: mine.id }, body });
      toast(t('mines.move.done', { move: t(`labels.move.${move}`) }));
      onClose();
    } catch (error) {
      const problem = asProblem(error);
      const conflict = problem.code === 'version-conflict';
      if (conflict) await reload(mine.id);
      form.setError('root', { message: conflict ? changedBy(problem) : problemText(error) });
    }
  };
  const since = mine.stageSince;
  return (
    <Dialog open title={t(`labels.move.${move}`)} onClose={onClose}>
      <p className={styles.fromTo}>
        <StageTag stage={mine.stage} /> <span aria-hidden="true">→</span> <StageTag stage={way.to} />
        <span className="visually-hidden">
          {t('mines.move.fromTo', {
            from: t(`labels.stage.${mine.stage}`),
            to: t(`labels.stage.${way.to}`),
          })}
        </span>
      </p>
      <Form
        form={form}
        labels={{ effectiveOn: t('mines.move.effectiveOn'), reason: words }}
        onSubmit={submit}
      >
        <WhenFields
          wordsName="reason"
          labels={{ effectiveOn: t('mines.move.effectiveOn'), words }}
          help={t('mines.move.effectiveHelp', { since })}
          wordsHelp={reasonNeeded ? t('mines.move.reasonHelp') : undefined}
          wordsRequired={reasonNeeded}
          min={since}
        />
        <FormActions>
          <Button
            look={move === 'remove' ? 'danger' : 'primary'}
            type="submit"
            busy={form.formState.isSubmitting}
          >
            {t('mines.move.to', { move: t(`labels.move.${move}`), stage: t(`labels.stage.${way.to}`) })}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
