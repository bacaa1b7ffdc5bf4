import { zodResolver } from '@hookform/resolvers/zod';
import { peopleRoutes, type PersonView } from '@qingshan/contracts';
import { useState, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRules } from '../../shell/forms';
import { useLeaveGuard } from '../../shell/leave-guard';
import { merge } from '../../shell/merge';
import { asProblem } from '../../shell/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form } from '../../ui/form/form';
import { toast } from '../../ui/toasts';
import { ClashNote, type Clash, type PersonField } from './clash-note';
import type { FreshPassword } from './password-dialog';
import { PersonActs } from './person-acts';
import { usePersonErrors } from './person-errors';
import { PersonFields, usePersonLabels } from './person-fields';
import { useEditPerson, useReloadPerson } from './queries';

const schema = peopleRoutes.create.body.omit({ username: true });
type Saved = z.output<typeof schema>;
type Values = Omit<Saved, 'email'> & { readonly email: string };

interface EditPersonProps {
  readonly person: PersonView;
  readonly onPassword: (fresh: FreshPassword) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** As it stands in the form, where no address is an empty one. */
const valuesOf = ({ name, role, regionCode, email }: z.input<typeof schema>): Values => ({
  name,
  role,
  regionCode,
  email: email ?? '',
});

/** Somebody else's account. Two who edit at once lose nothing: what only one touched goes together, the rest is asked. */
export const EditPerson = ({ person, onPassword, onClose, children }: EditPersonProps) => {
  const { t } = useTranslation();
  const editPerson = useEditPerson();
  const reload = useReloadPerson();
  const showErrors = usePersonErrors();
  const [base, setBase] = useState(() => ({ version: person.version, values: valuesOf(person) }));
  const [clash, setClash] = useState<Clash | null>(null);
  const form = useForm({
    resolver: zodResolver(schema, useRules()),
    defaultValues: base.values,
    shouldFocusError: false,
  });
  const typed = useWatch({ control: form.control });
  const changed = (['name', 'role', 'regionCode', 'email'] as const).some(
    (field) => typed[field] !== base.values[field],
  );
  const { guard, leave } = useLeaveGuard(changed);
  const undecided = clash !== null && clash.fields.length > 0;

  const save = async (values: Saved) => {
    try {
      await editPerson.mutateAsync({ params: { id: person.id }, body: { version: base.version, ...values } });
      toast(t('people.edit.done', { name: values.name }));
      leave(onClose);
    } catch (error) {
      if (asProblem(error).code === 'version-conflict') setClash(standOn(await reload(person.id)));
      else showErrors(form, error);
    }
  };

  /** What the account is by now becomes the ground that one's own changes stand on. */
  const standOn = (newest: PersonView): Clash => {
    const theirs = valuesOf(newest);
    const { typed: mine, clashing } = merge(base.values, valuesOf(form.getValues()), theirs);
    setBase({ version: newest.version, values: theirs });
    form.reset(mine);
    return { fields: clashing, mine, theirs };
  };

  const choose = (field: PersonField, text: string) => {
    form.setValue(field, text as Values['role']);
    setClash((now) => now && { ...now, fields: now.fields.filter((one) => one !== field) });
  };

  return (
    <Dialog
      open
      look="side"
      title={t('people.one', { username: person.username })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="primary"
            disabled={!changed || undecided}
            busy={form.formState.isSubmitting}
            onClick={() => void form.handleSubmit(save)()}
          >
            {clash ? t('people.edit.again') : t('people.edit.submit')}
          </Button>
        </>
      }
    >
      {children}
      <PersonActs person={person} onPassword={onPassword} onChange={standOn} />
      <Form form={form} labels={usePersonLabels()} onSubmit={save}>
        {clash && <ClashNote clash={clash} onChoose={choose} />}
        <PersonFields />
        <p>{t('people.edit.help')}</p>
        <button type="submit" hidden disabled={!changed || undecided} />
      </Form>
      {guard}
    </Dialog>
  );
};
