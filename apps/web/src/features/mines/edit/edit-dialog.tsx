import { correctionRoutes, mineRoutes, type MineView } from '@qingshan/contracts';
import type { MineField } from '@qingshan/domain';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useServerErrors } from '../../../shell/forms';
import { useLeaveGuard } from '../../../shell/leave-guard';
import { merge } from '../../../shell/merge';
import { asProblem } from '../../../shell/problem';
import { useSession } from '../../../shell/session-context';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Form } from '../../../ui/form/form';
import { tidyDay } from '../../../ui/form/day';
import { toast } from '../../../ui/toasts';
import { useProposeCorrection } from '../corrections/queries';
import { useEditMine, useReloadMine } from '../queries';
import { useProblemText } from '../refusal-text';
import { whoWasFirst } from './changed-by';
import { ConflictPanel, type Clash } from './conflict-panel';
import styles from './edit.module.css';
import { changedFields, changesOf, textOf, type MineText } from './form-text';
import { MineFields, useFormLabels } from './mine-fields';
import { bodyResolver } from './resolver';
import { useMineRules } from './rules';
import { useTakeBack } from './take-back';
import { WhenFields } from './when-fields';

interface EditDialogProps {
  readonly mine: MineView;
  /** The field that the person came for. */
  readonly focus: MineField;
  readonly onClose: () => void;
  /** Where Ctrl+Enter leads once it is saved: to the next mine of a list. */
  readonly onNext?: () => void;
}

type Values = MineText & { effectiveOn: string; remark: string; note: string };

/** What the form was filled from: the version that a save is made against, and its facts. */
interface Base {
  readonly version: number;
  readonly text: MineText;
}

/** A correction of what was accepted says why. */
const WITH_REASON = mineRoutes.edit.body.extend({ note: correctionRoutes.propose.body.shape.reason });

/** Facts of a mine, changed from a day on. Two who edit at once lose nothing: see merge.ts. */
export const EditDialog = ({ mine, focus, onClose, onNext = onClose }: EditDialogProps) => {
  const { t } = useTranslation();
  const { today, person } = useSession();
  const editMine = useEditMine();
  const propose = useProposeCorrection();
  const reload = useReloadMine();
  const { needsSecond } = mine;
  const problemText = useProblemText();
  const showServerErrors = useServerErrors();
  const labels = useFormLabels();
  const [base, setBase] = useState<Base>(() => ({ version: mine.version, text: textOf(mine) }));
  const [clash, setClash] = useState<Clash | null>(null);
  const body = useRef<HTMLDivElement>(null);

  const bodyOf = ({ effectiveOn, note, ...typed }: Values) => ({
    version: base.version,
    effectiveOn: tidyDay(effectiveOn),
    remark: note,
    changes: changesOf(base.text, typed),
    ...(needsSecond && { note }),
  });
  const form = useForm({
    defaultValues: { ...base.text, effectiveOn: today, note: '' },
    shouldFocusError: false,
    resolver: bodyResolver(needsSecond ? WITH_REASON : mineRoutes.edit.body, bodyOf, useMineRules()),
  });
  const typed = useWatch({ control: form.control }) as Values;
  const changed = changedFields(base.text, typed);
  const { guard, leave } = useLeaveGuard(changed.length > 0);

  useEffect(() => {
    const control = body.current?.querySelector<HTMLElement>(`[name="${focus}"], [id$="-${focus}"]`);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, [focus]);

  const takeBack = useTakeBack();

  const proposeIt = async (
    { version, effectiveOn, note, changes }: ReturnType<typeof bodyOf>,
    after: () => void,
  ): Promise<void> => {
    await propose.mutateAsync(
      correctionRoutes.propose.body.parse({
        mineId: mine.id,
        version,
        effectiveOn,
        reason: note,
        what: { of: 'mine', changes },
      }),
    );
    toast(t('mines.corrections.proposed'));
    leave(after);
  };

  const save = async (ready: ReturnType<typeof bodyOf>, after: () => void, merged = false): Promise<void> => {
    try {
      if (needsSecond) return await proposeIt(ready, after);
      const saved = await editMine.mutateAsync({
        params: { id: mine.id },
        body: mineRoutes.edit.body.parse(ready),
      });
      toast(t('mines.edit.saved', { count: Object.keys(ready.changes).length }), {
        act: {
          label: t('mines.edit.takeBack'),
          run: () => void takeBack(saved, base.text, ready.effectiveOn),
        },
      });
      leave(after);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'version-conflict' && !merged) return resolve(problem, after);
      showServerErrors(form, error);
      if (problem.code === 'already-exists' && !needsSecond)
        form.setError('number', { message: t('mines.refusal.numberTaken') });
      form.setError('root', {
        message:
          problem.code === 'already-exists' && needsSecond
            ? t('mines.corrections.waitsAlready')
            : problemText(error),
      });
    }
  };

  /** Somebody was quicker: what only one of the two touched goes together at once, the rest is asked. */
  const resolve = async (problem: ReturnType<typeof asProblem>, after: () => void): Promise<void> => {
    const newest = await reload(mine.id);
    const theirs = textOf(newest);
    const { typed: both, clashing } = merge(base.text, form.getValues() as MineText, theirs, changedFields);
    const next = { version: newest.version, text: theirs };
    setBase(next);
    form.reset({ ...form.getValues(), ...both });
    if (clashing.length > 0) {
      setClash({ fields: clashing, base: base.text, mine: both, theirs, first: whoWasFirst(problem) });
      return;
    }
    const { effectiveOn, note } = form.getValues();
    await save(
      {
        version: next.version,
        effectiveOn: tidyDay(effectiveOn),
        remark: note,
        changes: changesOf(theirs, both),
        ...(needsSecond && { note }),
      },
      after,
      true,
    );
    toast(t('mines.edit.merged', { who: whoWasFirst(problem)?.who ?? t('mines.history.system') }));
  };

  const saveAnd = (after: () => void) => (ready: unknown) => save(ready as ReturnType<typeof bodyOf>, after);
  const submit = form.handleSubmit(saveAnd(onClose));
  const undecided = clash?.fields.length ?? 0;
  return (
    <Dialog
      open
      look="side"
      title={t(needsSecond ? 'mines.corrections.proposeTitle' : 'mines.edit.title', { name: mine.name })}
      onClose={onClose}
      footer={
        <>
          <span className={styles.count} role="status">
            {undecided > 0
              ? t('mines.conflict.undecided', { count: undecided })
              : changed.length > 0
                ? t('mines.edit.changed', { count: changed.length })
                : t('mines.edit.unchanged')}
          </span>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="primary"
            title={t('mines.edit.keys')}
            disabled={changed.length === 0 || undecided > 0}
            busy={form.formState.isSubmitting}
            onClick={() => void submit()}
          >
            {needsSecond
              ? t('mines.corrections.propose')
              : clash
                ? t('mines.edit.saveAgain')
                : t('mines.edit.save')}
          </Button>
        </>
      }
    >
      <div
        ref={body}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.defaultPrevented && event.target instanceof HTMLInputElement)
            form.setFocus('note');
        }}
      >
        <Form form={form} labels={labels} onSubmit={saveAnd(onClose)} onSaveKey={saveAnd(onNext)}>
          {clash && (
            <ConflictPanel
              clash={clash}
              onChoose={(field, text) => {
                form.setValue(field, text);
                setClash({ ...clash, fields: clash.fields.filter((one) => one !== field) });
              }}
            />
          )}
          {needsSecond && <p>{t('mines.corrections.proposeHelp')}</p>}
          <MineFields
            before={base.text}
            typed={typed}
            mayPlace={person.role === 'manager'}
            onUndo={(field) => form.setValue(field, base.text[field])}
          />
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{t('mines.edit.when')}</legend>
            <WhenFields
              wordsName="note"
              labels={{
                effectiveOn: t('mines.move.effectiveOn'),
                words: t(needsSecond ? 'mines.corrections.reasonLabel' : 'mines.edit.note'),
              }}
              help={t('mines.move.effectivePlain')}
              wordsRequired={needsSecond}
            />
          </fieldset>
        </Form>
      </div>
      {guard}
    </Dialog>
  );
};
