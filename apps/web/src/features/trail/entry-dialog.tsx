import type { TrailEntry } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { Skeleton } from '../../ui/skeleton';
import { EntryProof } from './entry-proof';
import type { EntryWords } from './entry-words';
import { Outcome, Who } from './outcome';
import { useEntry } from './queries';
import styles from './trail.module.css';

interface EntryDialogProps {
  readonly id: number;
  /** The entry as the list has it, if it does. */
  readonly known: TrailEntry | undefined;
  readonly words: EntryWords;
  readonly onClose: () => void;
}

/** One entry with all that is known of it, field by field. */
export const EntryDialog = ({ id, known, words, onClose }: EntryDialogProps) => {
  const { t } = useTranslation();
  const { data: entry, error, refetch } = useEntry(id, known);
  return (
    <Dialog open look="side" title={entry ? words.action(entry) : t('trail.one')} onClose={onClose}>
      {error && !entry && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!entry && !error && <Skeleton lines={6} />}
      {entry && (
        <>
          <EntryFacts entry={entry} words={words} />
          <Changes entry={entry} words={words} />
          <EntryProof id={id} />
        </>
      )}
    </Dialog>
  );
};

interface EntryPartProps {
  readonly entry: TrailEntry;
  readonly words: EntryWords;
}

const EntryFacts = ({ entry, words }: EntryPartProps) => {
  const { t } = useTranslation();
  const { role, subject, effectiveOn, remark, address, detail } = entry;
  const { requestId } = detail;
  const ifAny = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : []);
  return (
    <Facts
      facts={[
        { label: t('trail.column.when'), value: formatMoment(entry.recordedAt) },
        { label: t('trail.column.who'), value: <Who {...entry} /> },
        ...ifAny(t('trail.column.role'), role && t(`labels.role.${role}`)),
        { label: t('trail.column.outcome'), value: <Outcome {...entry} /> },
        ...ifAny(t('trail.column.subject'), subject),
        ...ifAny(t('trail.column.effectiveOn'), effectiveOn),
        ...ifAny(t('trail.column.remark'), remark),
        ...words.facts(entry),
        ...ifAny(t('trail.column.address'), address),
        { label: t('trail.column.number'), value: String(entry.id) },
        ...ifAny(t('trail.column.request'), typeof requestId === 'string' ? requestId : null),
      ]}
    />
  );
};

const Changes = ({ entry, words }: EntryPartProps) => {
  const { t } = useTranslation();
  const changes = words.changes(entry);
  if (changes.length === 0) return null;
  const edits = changes.some(({ before }) => before !== null);
  return (
    <table className={styles.changes}>
      <caption>{t(edits ? 'trail.changes' : 'trail.content')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trail.column.field')}</th>
          {edits && <th scope="col">{t('trail.before')}</th>}
          <th scope="col">{t(edits ? 'trail.after' : 'trail.value')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {edits && <td>{before ?? t('format.none')}</td>}
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
