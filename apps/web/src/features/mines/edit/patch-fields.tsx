import { PATCH_ATTRIBUTES, PATCH_SUBCLASSES, SQUARE_METRES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shell/i18n';
import { Button } from '../../../ui/button';
import { Field, FieldRow } from '../../../ui/form/field';
import { Choose, TextInput } from '../../../ui/form/inputs';
import { UnitInput } from './unit-input';
import { useAreaUnits } from './units';

/** A patch as a form holds it. */
export interface PatchText {
  number: string;
  subclass: string;
  attribute: string;
  areaSquareMetres: string;
  restoredSquareMetres: string;
}

export const PATCH_TEXT: PatchText = {
  number: '',
  subclass: '',
  attribute: '',
  areaSquareMetres: '',
  restoredSquareMetres: '',
};

interface PatchFieldsProps {
  /** Path of the patch in the form, with its dot, for a form that holds more than a patch. */
  readonly path?: '' | 'patch.';
  readonly area: string;
  readonly onWhole?: (area: string) => void;
  readonly required?: boolean;
}

/** Number, kind and areas of a patch, in the unit that stands on the paper. */
export const PatchFields = ({ path = '', area, onWhole, required = true }: PatchFieldsProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const units = useAreaUnits();
  const choices = (list: typeof PATCH_SUBCLASSES | typeof PATCH_ATTRIBUTES) =>
    list.map((entry) => ({ value: entry.code, label: entry[language] }));
  return (
    <>
      <Field name={`${path}number`} label={t('mines.patches.number')} required={required}>
        {(bound) => <TextInput {...bound} />}
      </Field>
      <FieldRow>
        <Field name={`${path}subclass`} label={t('mines.patches.subclass')}>
          {(bound) => <Choose {...bound} choices={choices(PATCH_SUBCLASSES)} blank={t('format.none')} />}
        </Field>
        <Field name={`${path}attribute`} label={t('mines.patches.attribute')}>
          {(bound) => <Choose {...bound} choices={choices(PATCH_ATTRIBUTES)} blank={t('format.none')} />}
        </Field>
      </FieldRow>
      <Field name={`${path}areaSquareMetres`} label={t('mines.patches.area')} required={required}>
        {(bound) => <UnitInput bound={bound} label={t('mines.patches.area')} units={units} />}
      </Field>
      {onWhole && (
        <Field
          name={`${path}restoredSquareMetres`}
          label={t('mines.patches.restored')}
          help={
            <Button size="small" disabled={!SQUARE_METRES.test(area)} onClick={() => onWhole(area)}>
              {t('mines.patches.whole')}
            </Button>
          }
        >
          {(bound) => <UnitInput bound={bound} label={t('mines.patches.restored')} units={units} />}
        </Field>
      )}
    </>
  );
};
