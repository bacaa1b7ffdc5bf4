import { mineRoutes, type MineView } from '@qingshan/contracts';
import { MOVE_REASONS, type MoveName } from '@qingshan/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../../shell/codes';
import { useRules } from '../../../shell/forms';
import { asProblem } from '../../../shell/problem';
import { useSession } from '../../../shell/session-context';
import { StageTag } from '../../../shell/stage-tag';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { tidyDay } from '../../../ui/form/day';
import { Field, FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { Choose } from '../../../ui/form/inputs';
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
  const code = useCodeName();
  const reasons = way?.reasons ?? [];
  const form = useForm({
    defaultValues: { effectiveOn: today, reasonCode: '', reason: '' },
    shouldFocusError: false,
    resolver: bodyResolver(
      mineRoutes.move.body,
      (values: { effectiveOn: string; reasonCode: string; reason: string }) => ({
        version: mine.version,
        move,
        effectiveOn: tidyDay(values.effectiveOn),
        reasonCode: values.reasonCode === '' ? null : values.reasonCode,
        reason: values.reason,
      }),
      useRules(),
    ),
  });
  if (!way) return null;

  const submit = async (body: Parameters<typeof moveMine.mutateAsync>[0]['body']) => {
    const missing =
      reasons.length > 0 && body.reasonCode === null
        ? 'reasonCode'
        : body.reasonCode === 'OTHER' && body.reason === null
          ? 'reason'
          : null;
    if (missing) {
      form.setError(missing, { type: 'required', message: t('labels.rule.required') });
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
        labels={{
          reasonCode: t('mines.move.reason'),
          effectiveOn: t('mines.move.effectiveOn'),
          reason: t('mines.move.remark'),
        }}
        onSubmit={submit}
      >
        {reasons.length > 0 && (
          <Field name="reasonCode" label={t('mines.move.reason')} help={t('mines.move.reasonHelp')} required>
            {(bound) => (
              <Choose
                {...bound}
                blank={t('ui.choose')}
                choices={reasons.map((one) => ({ value: one, label: code(MOVE_REASONS, one) }))}
              />
            )}
          </Field>
        )}
        <WhenFields
          wordsName="reason"
          labels={{ effectiveOn: t('mines.move.effectiveOn'), words: t('mines.move.remark') }}
          help={t('mines.move.effectiveHelp', { since })}
          wordsRequired={form.watch('reasonCode') === 'OTHER'}
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
