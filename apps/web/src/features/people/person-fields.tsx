import { LEVELS_OF_ROLE, ROLES, type Role } from '@qingshan/domain';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/form/field';
import { Choose, TextInput } from '../../ui/form/inputs';
import { RegionSteps } from './region-steps';

export const usePersonLabels = () => {
  const { t } = useTranslation();
  return {
    name: t('people.column.name'),
    role: t('people.column.role'),
    regionCode: t('people.column.region'),
    email: t('people.column.email'),
  };
};

/** Where a role may be at home, in words. */
export const useLevelsText = () => {
  const { t } = useTranslation();
  return (role: Role): string =>
    LEVELS_OF_ROLE[role].map((level) => t(`labels.regionLevel.${level}`)).join(t('people.region.separator'));
};

/** Name, role and division: what a new account is given and what an edit may change. */
export const PersonFields = () => {
  const { t } = useTranslation();
  const labels = usePersonLabels();
  const levels = useLevelsText();
  const chosen: unknown = useWatch({ name: 'role' });
  const role = ROLES.find((one) => one === chosen);
  return (
    <>
      <Field name="name" label={labels.name} required>
        {(bound) => <TextInput {...bound} maxLength={60} />}
      </Field>
      <Field name="role" label={labels.role} help={role && t(`people.does.${role}`)} required>
        {(bound) => (
          <Choose
            {...bound}
            blank={bound.value === '' ? t('ui.choose') : undefined}
            choices={ROLES.map((value) => ({ value, label: t(`labels.role.${value}`) }))}
          />
        )}
      </Field>
      <Field
        name="regionCode"
        label={labels.regionCode}
        help={role && t('people.region.help', { role: t(`labels.role.${role}`), levels: levels(role) })}
        required
      >
        {(bound) => <RegionSteps {...bound} label={labels.regionCode} blank={t('ui.choose')} />}
      </Field>
      <Field name="email" label={labels.email} help={t('people.emailHelp')}>
        {(bound) => (
          <TextInput {...bound} type="email" inputMode="email" spellCheck={false} maxLength={254} />
        )}
      </Field>
    </>
  );
};
