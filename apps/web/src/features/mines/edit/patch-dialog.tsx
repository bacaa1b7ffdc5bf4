import { correctionRoutes, mineRoutes, type MineView, type PatchView } from '@qingshan/contracts';
import { PATCH_ATTRIBUTES, PATCH_SUBCLASSES } from '@qingshan/domain';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useServerErrors } from '../../../shell/forms';
import { useLeaveGuard } from '../../../shell/leave-guard';
import { asProblem } from '../../../shell/problem';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { tidyDay } from '../../../ui/form/day';
import { FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { toast } from '../../../ui/toasts';
import { useProposeCorrection } from '../corrections/queries';
import { useAddPatch, useEditPatch, useReloadMine } from '../queries';
import { useProblemText } from '../refusal-text';
import { useChangedBy } from './changed-by';
import { PatchFields, PATCH_TEXT, type PatchText } from './patch-fields';
import { bodyResolver } from './resolver';
import { useMineRules } from './rules';
import { WhenFields } from './when-fields';

interface PatchDialogProps {
  readonly mine: MineView;
  /** The patch to change, or none to add one. */
  readonly patch: PatchView | undefined;
  readonly onClose: () => void;
}

type Values = PatchText & { effectiveOn: string; note: string };

const known = (list: readonly { readonly code: string }[], code: string | null) =>
  list.some((entry) => entry.code === code) ? (code ?? '') : '';

const textOf = (patch: PatchView): PatchText => ({
  number: patch.number,
  subclass: known(PATCH_SUBCLASSES, patch.subclass),
  attribute: known(PATCH_ATTRIBUTES, patch.attribute),
  areaSquareMetres: patch.areaSquareMetres,
  restoredSquareMetres: patch.restoredSquareMetres,
});

/** What a form's text means to the contract: a code or none, areas in m². */
export const patchOf = (text: PatchText) => ({
  number: text.number,
  subclass: text.subclass || null,
  attribute: text.attribute || null,
  areaSquareMetres: text.areaSquareMetres,
  restoredSquareMetres: text.restoredSquareMetres || '0',
});

/** A correction of what was accepted says why. */
const WITH_REASON = mineRoutes.addPatch.body.extend({ note: correctionRoutes.propose.body.shape.reason });

/** A patch of a mine, added or changed from a day on; the mine's areas follow. */
export const PatchDialog = ({ mine, patch, onClose }: PatchDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const [addPatch, editPatch, reload] = [useAddPatch(), useEditPatch(), useReloadMine()];
  const propose = useProposeCorrection();
  const { needsSecond } = mine;
  const problemText = useProblemText();
  const showServerErrors = useServerErrors();
  const changedBy = useChangedBy();
  const before = patch ? textOf(patch) : PATCH_TEXT;
  const when = (values: Values) => ({
    version: mine.version,
    effectiveOn: tidyDay(values.effectiveOn),
    remark: values.note,
  });
  const form = useForm({
    defaultValues: { ...before, effectiveOn: today, note: '' },
    shouldFocusError: false,
    resolver: bodyResolver(
      needsSecond ? WITH_REASON : mineRoutes.addPatch.body,
      (values: Values) => ({
        ...when(values),
        patch: patchOf(values),
        ...(needsSecond && { note: values.note }),
      }),
      useMineRules(),
    ),
  });
  const { isDirty, isSubmitting } = form.formState;
  const { guard, leave } = useLeaveGuard(isDirty);
  const typed = useWatch({ control: form.control });

  const submit = async (body: Parameters<typeof addPatch.mutateAsync>[0]['body']) => {
    const { patch: next, ...rest } = body;
    try {
      if (patch && needsSecond)
        await propose.mutateAsync({
          mineId: mine.id,
          version: rest.version,
          effectiveOn: rest.effectiveOn,
          reason: rest.remark ?? '',
          what: { of: 'patch', patchId: patch.id, changes: differing(patch, next) },
        });
      else if (patch)
        await editPatch.mutateAsync({
          params: { id: mine.id, patchId: patch.id },
          body: { ...rest, changes: differing(patch, next) },
        });
      else await addPatch.mutateAsync({ params: { id: mine.id }, body });
      toast(
        needsSecond ? t('mines.corrections.proposed') : t('mines.patches.saved', { number: next.number }),
      );
      leave(onClose);
    } catch (error) {
      const problem = asProblem(error);
      const conflict = problem.code === 'version-conflict';
      if (conflict) await reload(mine.id);
      showServerErrors(form, error);
      if (problem.code === 'area-not-whole')
        form.setError('restoredSquareMetres', { message: t('mines.patches.tooMuch') });
      const waits = problem.code === 'already-exists' && needsSecond;
      const words = conflict ? changedBy(problem) : problemText(error);
      form.setError('root', { message: waits ? t('mines.corrections.waitsAlready') : words });
    }
  };
  const labels = {
    number: t('mines.patches.number'),
    areaSquareMetres: t('mines.patches.area'),
    restoredSquareMetres: t('mines.patches.restored'),
    effectiveOn: t('mines.move.effectiveOn'),
  };
  return (
    <Dialog
      open
      title={patch ? t('mines.patches.editNamed', { number: patch.number }) : t('mines.patches.add')}
      onClose={onClose}
    >
      <Form form={form} labels={labels} onSubmit={submit}>
        {needsSecond && <p>{t('mines.corrections.proposeHelp')}</p>}
        <PatchFields
          area={String(typed.areaSquareMetres ?? '')}
          onWhole={(area) => form.setValue('restoredSquareMetres', area, { shouldDirty: true })}
        />
        <WhenFields
          wordsName="note"
          labels={{
            effectiveOn: labels.effectiveOn,
            words: t(needsSecond ? 'mines.corrections.reasonLabel' : 'mines.edit.note'),
          }}
          help={t('mines.move.effectivePlain')}
          wordsRequired={needsSecond}
        />
        <FormActions>
          <Button look="primary" type="submit" busy={isSubmitting}>
            {needsSecond
              ? t('mines.corrections.propose')
              : patch
                ? t('mines.edit.save')
                : t('mines.patches.add')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </Form>
      {guard}
    </Dialog>
  );
};

/** Only what differs is sent: a code that the lists no longer hold stays as it is unless another was chosen. */
const differing = (patch: PatchView, next: ReturnType<typeof patchOf>) => {
  const before = patchOf(textOf(patch));
  return Object.fromEntries(
    Object.entries(next).filter(([field, value]) => before[field as keyof typeof before] !== value),
  );
};
