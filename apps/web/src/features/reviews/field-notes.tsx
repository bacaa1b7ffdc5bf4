import { FILE_PLACES, type FilePlace } from '@qingshan/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import { Choose, TextInput } from '../../ui/form/inputs';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

export interface FieldNote {
  readonly field: FilePlace;
  readonly note: string;
}

interface FieldNotesProps {
  readonly notes: readonly FieldNote[];
  readonly words: FieldWords;
  readonly onChange: (notes: readonly FieldNote[]) => void;
}

/** A note at each field that is meant: a field that is chosen gets its line, and the next one can be chosen. */
export const FieldNotes = ({ notes, words, onChange }: FieldNotesProps) => {
  const { t } = useTranslation();
  const id = useId();
  const left = FILE_PLACES.filter((place) => notes.every(({ field }) => field !== place));
  return (
    <>
      {notes.map(({ field, note }) => {
        const others = notes.filter((one) => one.field !== field);
        return (
          <div key={field}>
            <label htmlFor={`${id}-${field}`}>{t('reviews.note', { field: words.label(field) })}</label>
            <div className={styles.note}>
              <TextInput
                id={`${id}-${field}`}
                value={note}
                maxLength={300}
                autoFocus
                onChange={({ target }) =>
                  onChange(notes.map((one) => (one.field === field ? { field, note: target.value } : one)))
                }
              />
              <IconButton
                icon="close"
                label={t('reviews.noNote', { field: words.label(field) })}
                onClick={() => onChange(others)}
              />
            </div>
          </div>
        );
      })}
      <div>
        <label htmlFor={`${id}-which`}>{t('reviews.field')}</label>
        <Choose
          id={`${id}-which`}
          value=""
          blank={t(notes.length === 0 ? 'reviews.noField' : 'reviews.noFurtherField')}
          choices={left.map((one) => ({ value: one, label: words.label(one) }))}
          onChange={({ target }) => {
            const field = left.find((one) => one === target.value);
            if (field) onChange([...notes, { field, note: '' }]);
          }}
        />
      </div>
    </>
  );
};
