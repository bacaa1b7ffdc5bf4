import type { Role } from '@qingshan/domain';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useServerErrors } from '../../shell/forms';
import { asProblem } from '../../shell/problem';
import { useLevelsText } from './person-fields';

/** What the server refused, at the field it is about and in words that say what would be accepted. */
export const usePersonErrors = () => {
  const { t } = useTranslation();
  const levels = useLevelsText();
  const showServerErrors = useServerErrors();
  return <Values extends FieldValues & { readonly role: Role | '' }>(
    form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
    error: unknown,
  ): void => {
    showServerErrors(form, error);
    const { code } = asProblem(error);
    const { role } = form.getValues();
    const say = (field: string, message: string) => form.setError(field as Path<Values>, { message });
    if (code === 'already-exists') say('username', t('people.refusal.usernameTaken'));
    if (code === 'scope-not-allowed' && role)
      say('regionCode', t('people.refusal.post', { role: t(`labels.role.${role}`), levels: levels(role) }));
  };
};
