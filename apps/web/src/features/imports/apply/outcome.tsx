import type { ImportView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatInstant } from '../../../shell/format';
import { Button, ButtonLink } from '../../../ui/button';
import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import { Panel } from '../../../ui/page';
import styles from './apply.module.css';
import { UndoDialog } from './undo-dialog';

interface OutcomeProps {
  readonly view: ImportView;
  /** Where the mines are that were written, and those that wait to be assigned, for who may see them. */
  readonly minesTo: string;
  readonly waitingTo: string | null;
  readonly unwrittenTo: string;
  /** The rows that an undo had to leave. */
  readonly keptTo: string;
}

/** What an import came to, and where to go from here. */
export const Outcome = ({ view, minesTo, waitingTo, unwrittenTo, keptTo }: OutcomeProps) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { state, counts, progress } = view;
  const written = progress?.done ?? 0;
  const left = (progress?.total ?? 0) - written;
  const amounts = { done: formatCount(written), left: formatCount(left) };
  const headline = {
    done: t('imports.outcome.done', {
      fresh: formatCount(counts?.new ?? 0),
      changed: formatCount(counts?.changed ?? 0),
    }),
    cancelled: progress === null ? t('imports.outcome.discarded') : t('imports.outcome.stopped', amounts),
    failed: t('imports.outcome.failed', amounts),
    undone: t(view.allOrNothing && (counts?.error ?? 0) > 0 ? 'imports.undo.allBack' : 'imports.undo.done', {
      count: view.undo?.undone ?? 0,
      value: formatCount(view.undo?.undone ?? 0),
    }),
  }[state as 'done' | 'cancelled' | 'failed' | 'undone'];
  const kept = view.undo?.kept ?? 0;
  const undoable = state !== 'undone' && written > 0;
  const unwritten =
    state === 'done' || state === 'undone' ? (counts?.error ?? 0) : left + (counts?.error ?? 0);
  const waiting = state === 'done' ? (counts?.unassigned ?? 0) : 0;
  return (
    <Panel>
      <div className={styles.outcome}>
        <span
          className={classNames(
            styles.badge,
            state === 'done' && styles.done,
            state === 'failed' && styles.failed,
          )}
        >
          <Icon name={state === 'done' ? 'check' : state === 'failed' ? 'warning' : 'refused'} size={24} />
        </span>
        <div role="status" className={styles.says}>
          <p className={styles.headline}>{headline}</p>
          {view.effectiveOn && view.finishedAt && (
            <p className={styles.help}>
              {t('imports.outcome.since', {
                day: view.effectiveOn,
                when: formatInstant(view.finishedAt),
              })}
            </p>
          )}
          {kept > 0 && <p>{t('imports.undo.kept', { count: kept, value: formatCount(kept) })}</p>}
          {state === 'failed' && <p>{t('imports.outcome.failedHelp')}</p>}
          {state === 'done' && unwritten > 0 && (
            <p>{t('imports.outcome.leftOut', { count: unwritten, value: formatCount(unwritten) })}</p>
          )}
          {waiting > 0 && (
            <p>{t('imports.outcome.unassigned', { count: waiting, value: formatCount(waiting) })}</p>
          )}
          {waiting > 0 && waitingTo && <p className={styles.help}>{t('imports.outcome.assignHelp')}</p>}
          <div className={styles.links}>
            {state !== 'undone' && written > waiting && (
              <ButtonLink to={minesTo} look="primary" icon="ledger">
                {t('imports.outcome.toMines')}
              </ButtonLink>
            )}
            {waiting > 0 && waitingTo && (
              <ButtonLink to={waitingTo} icon="map">
                {t('imports.outcome.toWaiting')}
              </ButtonLink>
            )}
            {progress !== null && unwritten > 0 && (
              <ButtonLink to={unwrittenTo} icon="warning">
                {t('imports.outcome.toUnwritten')}
              </ButtonLink>
            )}
            {kept > 0 && (
              <ButtonLink to={keptTo} icon="warning">
                {t('imports.undo.toKept')}
              </ButtonLink>
            )}
            {undoable && <Button onClick={() => setAsking(true)}>{t('imports.undo.open')}</Button>}
            <ButtonLink to="/imports" icon="upload">
              {t('imports.outcome.another')}
            </ButtonLink>
          </div>
        </div>
      </div>
      {asking && <UndoDialog view={view} onClose={() => setAsking(false)} />}
    </Panel>
  );
};
