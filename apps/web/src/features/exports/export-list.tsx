import type { ExportView } from '@qingshan/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount, formatInstant } from '../../shell/format';
import { Button, ButtonLink } from '../../ui/button';
import { CopyText } from '../../ui/copy-text';
import { Tag, type MarkShape, type Tone } from '../../ui/mark';
import styles from './export-list.module.css';
import { dayOf } from './exports-address';
import { ExportProgress } from './export-progress';
import { useFormatWords } from './format-words';
import { useFetchExport } from './queries';

const STATE_LOOK = {
  ready: { tone: 'ochre', shape: 'ring' },
  running: { tone: 'azurite', shape: 'half' },
  making: { tone: 'azurite', shape: 'half' },
  complete: { tone: 'malachite', shape: 'whole' },
  broken: { tone: 'cinnabar', shape: 'diamond' },
  cancelled: { tone: 'ochre', shape: 'diamond' },
} as const satisfies Record<ExportView['state'], { tone: Tone; shape: MarkShape }>;

interface ExportListProps {
  readonly exports: readonly ExportView[];
  /** What a filter says, in words; none means every mine on the list. */
  readonly wordsOf: (made: ExportView) => readonly string[];
  /** The ledger under the filter, for who may see it. */
  readonly rowsTo?: (made: ExportView) => string;
  /** The same filter once more, for who may. */
  readonly onAgain?: (made: ExportView) => void;
}

/** Who took what, as of when, and the hash of exactly those bytes. */
export const ExportList = ({ exports, ...rest }: ExportListProps) => {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={t('exports.made.title')}>
      {exports.map((made) => (
        <li key={made.id} className={styles.entry}>
          <Entry made={made} {...rest} />
        </li>
      ))}
    </ul>
  );
};

type EntryProps = Omit<ExportListProps, 'exports'> & { readonly made: ExportView };

const Entry = ({ made, wordsOf, rowsTo, onAgain }: EntryProps) => {
  const { t } = useTranslation();
  const fetchExport = useFetchExport();
  const { state, rows, bytes, sha256 } = made;
  const words = wordsOf(made);
  const formatWords = useFormatWords();
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.name}>{made.fileName}</h3>
        <Tag {...STATE_LOOK[state]}>{t(`exports.state.${state}`)}</Tag>
        <span className={styles.acts} data-print="no">
          {made.mayFetch && (
            <Button icon="download" onClick={() => fetchExport(made.id)}>
              {t('exports.fetch')}
            </Button>
          )}
          {(state === 'broken' || state === 'cancelled') && onAgain && (
            <Button icon="refresh" onClick={() => onAgain(made)}>
              {t('exports.again')}
            </Button>
          )}
          {rowsTo && (
            <ButtonLink look="quiet" to={rowsTo(made)}>
              {t('exports.show')}
            </ButtonLink>
          )}
        </span>
      </div>
      <dl className={styles.facts}>
        <Fact label={t('exports.column.who')}>{made.personName}</Fact>
        <Fact label={t('exports.column.when')}>{formatInstant(made.createdAt)}</Fact>
        <Fact label={t('exports.column.asOf')}>{dayOf(made)}</Fact>
        <Fact label={t('exports.column.rows')}>{rows === null ? t('format.none') : formatCount(rows)}</Fact>
        <Fact label={t('exports.column.size')}>{bytes === null ? t('format.none') : formatBytes(bytes)}</Fact>
        <Fact label={t('exports.column.format')}>{formatWords(made.file)}</Fact>
        <Fact label={t('exports.column.which')}>
          {words.length === 0 ? t('exports.all') : words.join(' · ')}
        </Fact>
        {sha256 !== null && (
          <div className={styles.hash}>
            <dt>{t('exports.column.hash')}</dt>
            <dd>
              <CopyText text={sha256} size="small" />
            </dd>
          </div>
        )}
      </dl>
      {state === 'making' && <ExportProgress made={made} />}
      <Note made={made} />
    </>
  );
};

/** What becomes of the file: nothing is to be said of a CSV that is out. */
const Note = ({ made: { state, mayFetch, keptUntil } }: { readonly made: ExportView }) => {
  const { t } = useTranslation();
  if (state !== 'complete') return <p className={styles.note}>{t(`exports.note.${state}`)}</p>;
  if (keptUntil === null) return null;
  return (
    <p className={styles.note}>
      {mayFetch ? t('exports.note.kept', { when: formatInstant(keptUntil) }) : t('exports.note.gone')}
    </p>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
