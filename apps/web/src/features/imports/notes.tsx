import type { ImportView } from '@qingshan/contracts';
import { columnLetters } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatCount, formatInstant } from '../../shell/format';
import styles from './notes.module.css';

type Note = ImportView['notes'][number];

/** What a note tells, as a person reads it: numbers grouped, columns by their letters, long lists with an end in sight. */
const useSlots = () => {
  const { t } = useTranslation();
  return ({ data }: Note) => {
    const write = (value: unknown): string =>
      typeof value === 'number' ? formatCount(value) : String(value ?? '');
    const list = (name: string, one: (value: unknown) => string): string => {
      const values = Array.isArray(data[name]) ? (data[name] as unknown[]) : [];
      const more = name === 'rows' && typeof data.count === 'number' && data.count > values.length ? '…' : '';
      return `${values.map(one).join(t('imports.separator'))}${more}`;
    };
    return {
      value: write(data.count),
      row: write(data.row),
      text: write(data.text),
      encoding: write(data.encoding),
      file: write(data.file),
      when: formatInstant(write(data.when)),
      rows: list('rows', write),
      sheets: list('sheets', write),
      columns: list('columns', (column) => columnLetters(Number(column))),
    };
  };
};

/** What the reader did with the file that a person should know of. */
export const Notes = ({ notes }: { readonly notes: readonly Note[] }) => {
  const { t } = useTranslation();
  const slots = useSlots();
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={t('imports.notes.title')}>
      <h2 className={styles.title}>{t('imports.notes.title')}</h2>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.code}>{t(`imports.notes.${note.code}`, slots(note))}</li>
        ))}
      </ul>
    </section>
  );
};
