import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/session-context';
import { DayInput } from '../../ui/form/day-input';
import { Field } from '../../ui/form/field';
import { TextInput } from '../../ui/form/inputs';

export const useReviewLabels = () => {
  const { t } = useTranslation();
  return { reviewNumber: t('system.map.reviewNumber'), reviewedOn: t('system.map.reviewedOn') };
};

/** By which review it may be shown: without it nothing is loaded, and with it the map says so. */
export const ReviewFields = () => {
  const { t } = useTranslation();
  const { today } = useSession();
  const labels = useReviewLabels();
  return (
    <>
      <Field name="reviewNumber" label={labels.reviewNumber} help={t('system.map.reviewHelp')} required>
        {(bound) => <TextInput {...bound} maxLength={40} />}
      </Field>
      <Field name="reviewedOn" label={labels.reviewedOn} required>
        {(bound) => <DayInput {...bound} max={today} />}
      </Field>
    </>
  );
};
