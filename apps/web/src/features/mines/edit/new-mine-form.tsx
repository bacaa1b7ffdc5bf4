import { mineRoutes, type MineView } from '@qingshan/contracts';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useServerErrors } from '../../../shell/forms';
import { useLeaveGuard } from '../../../shell/leave-guard';
import { asProblem } from '../../../shell/problem';
import { useSession } from '../../../shell/session-context';
import { Button, ButtonLink } from '../../../ui/button';
import { tidyDay } from '../../../ui/form/day';
import { FormActions } from '../../../ui/form/field';
import { Form } from '../../../ui/form/form';
import { Panel } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { useCreateMine } from '../queries';
import { useReach } from '../reach';
import { useProblemText } from '../refusal-text';
import styles from './edit.module.css';
import { factsOf, textOf, type MineText } from './form-text';
import { MineFields, useFormLabels } from './mine-fields';
import { patchOf } from './patch-dialog';
import { PatchFields, PATCH_TEXT, type PatchText } from './patch-fields';
import { bodyResolver } from './resolver';
import { useMineRules } from './rules';
import { WhenFields } from './when-fields';

type Values = MineText & { patch: PatchText; effectiveOn: string; note: string };

/** A patch is entered with the mine as soon as anything of it is filled in. */
const patchesOf = (patch: PatchText) =>
  Object.values(patch).some((text) => text.trim() !== '') ? [patchOf(patch)] : [];

interface NewMineFormProps {
  readonly onDone: (mine: MineView) => void;
}

/** Enters a mine that was found: what is known of it today, the rest comes later. */
export const NewMineForm = ({ onDone }: NewMineFormProps) => {
  const { bookable } = useReach();
  // The county of somebody who has only one is filled in, so the divisions come first.
  return bookable.length === 0 ? (
    <Skeleton lines={8} />
  ) : (
    <Entry onDone={onDone} only={bookable.length === 1 ? bookable[0]?.code : undefined} />
  );
};

const Entry = ({ onDone, only }: NewMineFormProps & { readonly only: string | undefined }) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const createMine = useCreateMine();
  const problemText = useProblemText();
  const showServerErrors = useServerErrors();
  const labels = useFormLabels();
  const form = useForm({
    defaultValues: {
      ...textOf({ regionCode: only }),
      patch: PATCH_TEXT,
      effectiveOn: today,
      note: '',
    },
    shouldFocusError: false,
    resolver: bodyResolver(
      mineRoutes.create.body,
      ({ patch, effectiveOn, note, ...typed }: Values) => ({
        effectiveOn: tidyDay(effectiveOn),
        remark: note,
        facts: factsOf(typed),
        patches: patchesOf(patch),
      }),
      useMineRules(),
    ),
  });
  const { isDirty, isSubmitting } = form.formState;
  const { guard, leave } = useLeaveGuard(isDirty);
  const typed = useWatch({ control: form.control }) as Values;

  const submit = async (body: Parameters<typeof createMine.mutateAsync>[0]['body']) => {
    try {
      const mine = await createMine.mutateAsync({ body });
      leave(() => onDone(mine));
    } catch (error) {
      const { code } = asProblem(error);
      showServerErrors(form, error);
      if (code === 'already-exists') form.setError('number', { message: t('mines.refusal.numberTaken') });
      if (code === 'scope-not-allowed') form.setError('regionCode', { message: t('mines.refusal.scope') });
      form.setError('root', { message: problemText(error) });
    }
  };
  return (
    <Form form={form} labels={{ ...labels, effectiveOn: t('mines.create.foundOn') }} onSubmit={submit}>
      <Panel>
        <MineFields before={null} typed={typed} mayPlace={only === undefined} />
      </Panel>
      <Panel title={t('mines.patches.addFirst')}>
        <p className={styles.intro}>{t('mines.create.patchHelp')}</p>
        <div className={styles.patch}>
          <PatchFields path="patch." area={typed.patch.areaSquareMetres} required={false} />
        </div>
      </Panel>
      <Panel title={t('mines.edit.when')}>
        <div className={styles.patch}>
          <WhenFields
            wordsName="note"
            labels={{ effectiveOn: t('mines.create.foundOn'), words: t('mines.create.note') }}
            help={t('mines.move.effectivePlain')}
          />
        </div>
      </Panel>
      <FormActions>
        <Button look="primary" type="submit" busy={isSubmitting}>
          {t('mines.create.submit')}
        </Button>
        <ButtonLink to="/mines">{t('ui.cancel')}</ButtonLink>
      </FormActions>
      {guard}
    </Form>
  );
};
