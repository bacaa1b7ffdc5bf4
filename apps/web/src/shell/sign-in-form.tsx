import { zodResolver } from '@hookform/resolvers/zod';
import { sessionRoutes, type SessionView } from '@qingshan/contracts';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Field } from '../ui/form/field';
import { Form } from '../ui/form/form';
import { TextInput } from '../ui/form/inputs';
import { api, rememberCsrfToken } from './api';
import { useRules, useServerErrors } from './forms';

interface SignInFormProps {
  /** Set when the same person comes back: then only the password is asked. */
  readonly username?: string;
  readonly onSignedIn: (session: SessionView) => void;
}

export const SignInForm = ({ username, onSignedIn }: SignInFormProps) => {
  const { t } = useTranslation();
  const showServerErrors = useServerErrors();
  const form = useForm({
    resolver: zodResolver(sessionRoutes.signIn.body, useRules()),
    defaultValues: { username: username ?? '', password: '' },
    shouldFocusError: false,
  });

  const signIn = async (body: { username: string; password: string }) => {
    try {
      const session = await api(sessionRoutes.signIn, { body });
      rememberCsrfToken(session.csrfToken);
      onSignedIn(session);
    } catch (error) {
      form.resetField('password');
      showServerErrors(form, error);
    }
  };

  const labels = { username: t('shell.signIn.username'), password: t('shell.signIn.password') };
  return (
    <Form form={form} labels={labels} onSubmit={signIn}>
      <Field name="username" label={labels.username} required>
        {(bound) => (
          <TextInput
            {...bound}
            readOnly={username !== undefined}
            autoFocus={username === undefined}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field name="password" label={labels.password} required>
        {(bound) => (
          <TextInput
            {...bound}
            type="password"
            autoFocus={username !== undefined}
            autoComplete="current-password"
          />
        )}
      </Field>
      <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
        {t('shell.signIn.submit')}
      </Button>
    </Form>
  );
};
