import type { MineField } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/form/field';
import { FIELD_GROUPS, GROUP_NAMES } from '../field-groups';
import { useFieldText } from '../field-text';
import styles from './edit.module.css';
import { FieldControl } from './field-control';
import { changedFields, type MineText } from './form-text';

const REQUIRED: readonly MineField[] = ['number', 'name', 'regionCode'];

/** Words of every field of the form, for its error summary. */
export const useFormLabels = (): Record<string, string> => {
  const { t } = useTranslation();
  return Object.fromEntries([
    ...GROUP_NAMES.flatMap((group) => FIELD_GROUPS[group]).map((field): [string, string] => [
      field,
      t(`labels.field.${field}`),
    ]),
    ['areaSquareMetres', t('mines.patches.area')],
    ['effectiveOn', t('mines.move.effectiveOn')],
  ]);
};

interface MineFieldsProps {
  /** What the fields were before, or null for a mine that is being entered. */
  readonly before: MineText | null;
  readonly typed: MineText;
  /** Whether this person may say where the mine lies. */
  readonly mayPlace: boolean;
  readonly onUndo?: (field: MineField) => void;
}

/** All facts of a mine in the groups of its file; a changed one shows what it was and takes it back. */
export const MineFields = ({ before, typed, mayPlace, onUndo }: MineFieldsProps) => {
  const { t } = useTranslation();
  const text = useFieldText();
  const changed = before ? changedFields(before, typed) : [];
  const helpOf = (field: MineField) => {
    if (field === 'longitude' || field === 'latitude') return t('mines.edit.coordinateHelp');
    return field === 'regionCode' && !mayPlace && before ? t('mines.edit.regionHelp') : undefined;
  };
  return GROUP_NAMES.map((group) => (
    <fieldset key={group} className={styles.group}>
      <legend className={styles.legend}>{t(`mines.facts.group.${group}`)}</legend>
      <div className={styles.fields}>
        {FIELD_GROUPS[group].map((field) => (
          <div key={field} className={field === 'remark' || field === 'location' ? styles.wide : undefined}>
            <Field
              name={field}
              label={t(`labels.field.${field}`)}
              required={REQUIRED.includes(field)}
              help={helpOf(field)}
            >
              {(bound) => (
                <FieldControl
                  field={field}
                  label={t(`labels.field.${field}`)}
                  bound={bound}
                  mayPlace={mayPlace}
                />
              )}
            </Field>
            {before && onUndo && changed.includes(field) && (
              <p className={styles.was}>
                {t('mines.edit.was', { value: text(field, before[field]) })}
                <Button
                  look="quiet"
                  size="small"
                  aria-label={t('mines.edit.undoNamed', { field: t(`labels.field.${field}`) })}
                  onClick={() => onUndo(field)}
                >
                  {t('mines.edit.undo')}
                </Button>
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  ));
};
