import { zodResolver } from '@hookform/resolvers/zod';
import { peopleRoutes, type BodyOf } from '@qingshan/contracts';
import type { Role } from '@qingshan/domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRules } from '../../shell/forms';
import { useLeaveGuard } from '../../shell/leave-guard';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/form/field';
import { Form } from '../../ui/form/form';
import { TextInput } from '../../ui/form/inputs';
import type { FreshPassword } from './password-dialog';
import { usePersonErrors } from './person-errors';
import { PersonFields, usePersonLabels } from './person-fields';
import { useCreatePerson } from './queries';

interface NewPersonDialogProps {
  readonly onMade: (made: FreshPassword) => void;
  readonly onClose: () => void;
}

/** A new account. Its password is made by the server and shown once, by whoever listens to `onMade`. */
export const NewPersonDialog = ({ onMade, onClose }: NewPersonDialogProps) => {
  const { t } = useTranslation();
  const createPerson = useCreatePerson();
  const showErrors = usePersonErrors();
  const form = useForm({
    resolver: zodResolver(peopleRoutes.create.body, useRules()),
    // Nothing is given before it is chosen: no right by oversight.
    defaultValues: { username: '', name: '', role: '' as Role, regionCode: '', email: '' },
    shouldFocusError: false,
  });
  const { guard, leave } = useLeaveGuard(form.formState.isDirty);

  const create = async (body: BodyOf<typeof peopleRoutes.create>) => {
    try {
      const { person, password } = await createPerson.mutateAsync({ body });
      leave(() => onMade({ name: person.name, username: person.username, password }));
    } catch (error) {
      showErrors(form, error);
    }
  };
  const labels = { username: t('people.column.username'), ...usePersonLabels() };
  return (
    <Dialog
      open
      look="side"
      title={t('people.new.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="primary"
            busy={form.formState.isSubmitting}
            onClick={() => void form.handleSubmit(create)()}
          >
            {t('people.new.submit')}
          </Button>
        </>
      }
    >
      <Form form={form} labels={labels} onSubmit={create}>
        <Field name="username" label={labels.username} help={t('people.new.usernameHelp')} required>
          {(bound) => (
            <TextInput
              {...bound}
              autoFocus
              autoCapitalize="none"
              spellCheck={false}
              maxLength={32}
              onChange={(event) => bound.onChange(event.target.value.toLowerCase())}
            />
          )}
        </Field>
        <PersonFields />
        {/* Enter in a field sends the form; the button that shows it stands below. */}
        <button type="submit" hidden />
      </Form>
      {guard}
    </Dialog>
  );
};
