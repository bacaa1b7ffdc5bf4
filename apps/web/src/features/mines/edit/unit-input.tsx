import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bound } from '../../../ui/form/field';
import { Choose, DecimalInput } from '../../../ui/form/inputs';
import styles from './edit.module.css';

export interface Unit {
  readonly id: string;
  readonly label: string;
  /** The stored amount of what is typed in this unit, or null when it is none. */
  readonly read: (typed: string) => string | null;
  /** A stored amount in this unit, without grouping. */
  readonly write: (stored: string) => string;
}

interface UnitInputProps {
  readonly bound: Bound;
  readonly label: string;
  readonly units: readonly [Unit, ...Unit[]];
}

/**
 * An amount in the unit that stands on the paper before one. The form holds what is stored; what cannot be read goes
 * into the form as typed, where the contract's schema refuses it.
 */
export const UnitInput = ({ bound, label, units }: UnitInputProps) => {
  const { t } = useTranslation();
  const [unit, setUnit] = useState(units[0]);
  const [draft, setDraft] = useState<{ readonly typed: string; readonly means: string } | null>(null);
  // Somebody else changed the value, by undoing it say: the draft is no longer what it was typed from.
  const typed =
    draft?.means === bound.value ? draft.typed : bound.value === '' ? '' : unit.write(bound.value);

  const take = (text: string, by: Unit) => {
    const tidy = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
    const means = tidy === '' ? '' : (by.read(tidy) ?? text);
    setDraft({ typed: text, means });
    bound.onChange(means);
  };
  const [first] = units;
  return (
    <span className={styles.amount}>
      <DecimalInput {...bound} value={typed} onChange={(event) => take(event.target.value, unit)} />
      <Choose
        aria-label={t('mines.unit.label', { field: label })}
        value={unit.id}
        choices={units.map(({ id, label: words }) => ({ value: id, label: words }))}
        onChange={(event) => {
          const chosen = units.find(({ id }) => id === event.target.value) ?? first;
          setUnit(chosen);
          // The number on the paper stays, its unit was another.
          if (typed !== '') take(typed, chosen);
        }}
      />
      {unit !== first && first.read(first.write(bound.value)) !== null && (
        <small className={styles.equals}>
          {t('mines.unit.equals', { value: first.write(bound.value), unit: first.label })}
        </small>
      )}
    </span>
  );
};
