import type { HistoryEntry } from '@qingshan/contracts';
import { TRAIL_ACTIONS } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Backdated } from '../../../shell/backdated';
import { Changes } from '../../../shell/changes';
import { formatCount, formatInstant } from '../../../shell/format';
import { ProblemState } from '../../../shell/problem-state';
import { Button } from '../../../ui/button';
import { Segments } from '../../../ui/chips';
import { classNames } from '../../../ui/class-names';
import { Panel } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { useFieldLabel, useFieldText } from '../field-text';
import { useHistory } from '../queries';
import { kindsIn, type HistoryKind } from './history-kinds';
import styles from './history.module.css';

const FIRST_SHOWN = 10;

interface MineHistoryProps {
  readonly id: number;
  /** Where one looks back: what had happened by that day, and had been recorded by that moment. */
  readonly until?: { readonly day: string; readonly recorded: string | undefined };
}

const isBy = (entry: HistoryEntry, { day, recorded }: NonNullable<MineHistoryProps['until']>): boolean =>
  (entry.effectiveOn ?? entry.recordedAt.slice(0, 10)) <= day &&
  (recorded === undefined || new Date(entry.recordedAt) <= new Date(recorded));

/** Every change of a mine, newest first: who, when, effective when, before → after. On paper all of them, each unfolded. */
export const MineHistory = ({ id, until }: MineHistoryProps) => {
  const { t } = useTranslation();
  const history = useHistory(id);
  const [wanted, setWanted] = useState<HistoryKind>('all');
  const [more, setMore] = useState(false);
  const all = (history.entries ?? []).filter((entry) => until === undefined || isBy(entry, until));
  const kinds = kindsIn(all);
  // The next mine's history may know nothing of the kind that was looked for in this one's.
  const { kind: shownKind, entries } = kinds.find(({ kind }) => kind === wanted) ?? {
    kind: 'all',
    entries: all,
  };
  const shown = new Set(more ? entries : entries.slice(0, FIRST_SHOWN));
  return (
    <Panel
      title={t('mines.history.title')}
      actions={
        kinds.length > 1 && (
          <Segments
            label={t('mines.history.filter')}
            value={shownKind}
            options={kinds.map((one) => ({
              value: one.kind,
              label: t(`mines.history.kind.${one.kind}`, { value: formatCount(one.entries.length) }),
            }))}
            onChange={setWanted}
          />
        )
      }
    >
      {history.error && <ProblemState error={history.error} onRetry={history.retry} />}
      {!history.entries && !history.error && <Skeleton lines={5} />}
      {history.entries && !history.isWhole && (
        <p role="status">{t('mines.history.coming', { value: formatCount(history.entries.length) })}</p>
      )}
      {history.isWhole && entries.length === 0 && <p>{t('mines.history.none')}</p>}
      <ol className={styles.history}>
        {all.map((entry) => (
          <Entry key={entry.id} entry={entry} onPaperOnly={!shown.has(entry)} />
        ))}
      </ol>
      {shown.size < entries.length && (
        <Button look="quiet" icon="down" data-print="no" onClick={() => setMore(true)}>
          {t('mines.history.more', { value: formatCount(entries.length - shown.size) })}
        </Button>
      )}
    </Panel>
  );
};

interface EntryProps {
  readonly entry: HistoryEntry;
  readonly onPaperOnly: boolean;
}

const Entry = ({ entry, onPaperOnly }: EntryProps) => {
  const { t } = useTranslation();
  const known = TRAIL_ACTIONS.find((action) => action === entry.action);
  const first = entry.changes.every(({ before }) => before === null || before === undefined);
  return (
    <li className={classNames(styles.entry, onPaperOnly && styles.onPaperOnly)}>
      <p className={styles.what}>
        <strong>{known ? t(`trail.action.${known}`) : entry.action}</strong>
        {entry.effectiveOn && <span>{t('mines.history.effective', { day: entry.effectiveOn })}</span>}
        <Backdated {...entry} />
      </p>
      <p className={styles.who}>
        {entry.personName || t('mines.history.system')} ·{' '}
        {t('mines.history.recorded', { when: formatInstant(entry.recordedAt) })}
      </p>
      {entry.remark && (
        <p className={styles.remark} data-content>
          {entry.remark}
        </p>
      )}
      {entry.changes.length > 4 ? (
        <>
          <details data-print="no">
            <summary>
              {t(first ? 'mines.history.first' : 'mines.history.many', {
                value: formatCount(entry.changes.length),
              })}
            </summary>
            <EntryChanges entry={entry} />
          </details>
          <div className={styles.onPaperOnly}>
            <EntryChanges entry={entry} />
          </div>
        </>
      ) : (
        entry.changes.length > 0 && <EntryChanges entry={entry} />
      )}
    </li>
  );
};

const EntryChanges = ({ entry }: { readonly entry: HistoryEntry }) => {
  const label = useFieldLabel();
  const text = useFieldText();
  const of = entry.action.startsWith('patch') ? 'patch' : 'mine';
  return (
    <Changes
      changes={entry.changes.map(({ field, before, after }) => ({
        key: field,
        label: label(field, of),
        before: text(field, before),
        after: text(field, after),
      }))}
    />
  );
};
