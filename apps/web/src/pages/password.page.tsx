import { zodResolver } from '@hookform/resolvers/zod';
import { sessionRoutes } from '@qingshan/contracts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@qingshan/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { api, rememberCsrfToken } from '../shell/api';
import { useRules, useServerErrors } from '../shell/forms';
import { keys } from '../shell/keys';
import { asProblem } from '../shell/problem';
import { useSession } from '../shell/session-context';
import { Button } from '../ui/button';
import { Field, FormActions } from '../ui/form/field';
import { Form } from '../ui/form/form';
import { TextInput } from '../ui/form/inputs';
import { Page, Panel } from '../ui/page';
import { toast } from '../ui/toasts';

const schema = sessionRoutes.changePassword.body
  .extend({ repeated: z.string().min(1) })
  .refine(({ newPassword, repeated }) => newPassword === repeated, { path: ['repeated'] });

/** What the server may find lacking in a password. */
const WEAKNESSES = ['short', 'long', 'classes', 'name', 'common', 'same'] as const;

export const PasswordPage = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mustChangePassword } = useSession();
  const rules = useRules();
  const showServerErrors = useServerErrors();
  const form = useForm({
    resolver: zodResolver(schema, {
      error: (issue) => (issue.code === 'custom' ? t('shell.password.different') : rules.error(issue)),
    }),
    defaultValues: { currentPassword: '', newPassword: '', repeated: '' },
    shouldFocusError: false,
  });

  const change = async ({ currentPassword, newPassword }: z.output<typeof schema>) => {
    try {
      const session = await api(sessionRoutes.changePassword, { body: { currentPassword, newPassword } });
      rememberCsrfToken(session.csrfToken);
      client.setQueryData(keys.session, session);
      toast(t('shell.password.done'));
      void navigate('/', { replace: true });
    } catch (error) {
      showServerErrors(form, error);
      const { code, data } = asProblem(error);
      const weakness = WEAKNESSES.find((one) => one === data.why);
      if (code === 'weak-password' && weakness)
        form.setError('newPassword', {
          message: t(`shell.password.weak.${weakness}`, {
            min: PASSWORD_MIN_LENGTH,
            max: PASSWORD_MAX_LENGTH,
          }),
        });
      if (data.field === 'currentPassword')
        form.setError('currentPassword', { message: t('shell.password.wrong') });
    }
  };

  const labels = {
    currentPassword: t('shell.password.current'),
    newPassword: t('shell.password.next'),
    repeated: t('shell.password.repeat'),
  };
  return (
    <Page
      layout="form"
      title={t('shell.password.title')}
      summary={mustChangePassword && t('shell.password.due')}
    >
      <Panel>
        <Form form={form} labels={labels} onSubmit={change}>
          <Field name="currentPassword" label={labels.currentPassword} required>
            {(bound) => <TextInput {...bound} type="password" autoComplete="current-password" />}
          </Field>
          <Field
            name="newPassword"
            label={labels.newPassword}
            help={t('shell.password.nextHelp', { min: PASSWORD_MIN_LENGTH })}
            required
          >
            {(bound) => <TextInput {...bound} type="password" autoComplete="new-password" />}
          </Field>
          <Field name="repeated" label={labels.repeated} required>
            {(bound) => <TextInput {...bound} type="password" autoComplete="new-password" />}
          </Field>
          <FormActions>
            <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
              {t('shell.password.submit')}
            </Button>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
};
