import type { HistoryEntry } from '@qingshan/contracts';
import { TRAIL_ACTIONS } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatInstant } from '../../../shell/format';
import { ProblemState } from '../../../shell/problem-state';
import { Button } from '../../../ui/button';
import { Segments } from '../../../ui/chips';
import { Tag } from '../../../ui/mark';
import { Panel } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { useFieldLabel, useFieldText } from '../field-text';
import { useHistory } from '../queries';
import styles from './history.module.css';

const FIRST_SHOWN = 10;

/** Every change of a mine, newest first: who, when, effective when, before → after. */
export const MineHistory = ({ id }: { readonly id: number }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useHistory(id);
  const [show, setShow] = useState<'all' | 'stages'>('all');
  const [more, setMore] = useState(false);
  const entries = (data?.entries ?? []).filter(
    (entry) => show === 'all' || entry.changes.some(({ field }) => field === 'stage'),
  );
  const shown = more ? entries : entries.slice(0, FIRST_SHOWN);
  return (
    <Panel
      title={t('mines.history.title')}
      actions={
        <Segments
          label={t('mines.history.filter')}
          value={show}
          options={[
            { value: 'all', label: t('mines.history.all') },
            { value: 'stages', label: t('mines.history.stages') },
          ]}
          onChange={setShow}
        />
      }
    >
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && entries.length === 0 && <p>{t('mines.history.none')}</p>}
      <ol className={styles.history}>
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <Button look="quiet" icon="down" data-print="no" onClick={() => setMore(true)}>
          {t('mines.history.more', { value: formatCount(entries.length - shown.length) })}
        </Button>
      )}
    </Panel>
  );
};

const Entry = ({ entry }: { readonly entry: HistoryEntry }) => {
  const { t } = useTranslation();
  const known = TRAIL_ACTIONS.find((action) => action === entry.action);
  const first = entry.changes.every(({ before }) => before === null || before === undefined);
  return (
    <li className={styles.entry}>
      <p className={styles.what}>
        <strong>{known ? t(`trail.action.${known}`) : entry.action}</strong>
        {entry.effectiveOn && <span>{t('mines.history.effective', { day: entry.effectiveOn })}</span>}
        {entry.backdated && (
          <span title={t('mines.history.backdatedHelp')}>
            <Tag tone="ochre">{t('mines.history.backdated')}</Tag>
          </span>
        )}
      </p>
      <p className={styles.who}>
        {entry.personName || t('mines.history.system')} ·{' '}
        {t('mines.history.recorded', { when: formatInstant(entry.recordedAt) })}
      </p>
      {entry.remark && <p className={styles.remark}>{entry.remark}</p>}
      {entry.changes.length > 4 ? (
        <details>
          <summary>
            {t(first ? 'mines.history.first' : 'mines.history.many', {
              value: formatCount(entry.changes.length),
            })}
          </summary>
          <Changes entry={entry} />
        </details>
      ) : (
        entry.changes.length > 0 && <Changes entry={entry} />
      )}
    </li>
  );
};

const Changes = ({ entry }: { readonly entry: HistoryEntry }) => {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const text = useFieldText();
  const of = entry.action.startsWith('patch') ? 'patch' : 'mine';
  return (
    <dl className={styles.changes}>
      {entry.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{label(field, of)}</dt>
          <dd>
            <span className="visually-hidden">{t('mines.history.before')} </span>
            <del>{text(field, before)}</del>
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden"> {t('mines.history.after')} </span>
            <ins>{text(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
};
