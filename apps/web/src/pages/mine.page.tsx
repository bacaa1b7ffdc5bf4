import { MINE_FIELDS } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EditDialog } from '../features/mines/edit-dialog';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { MineGate } from '../features/mines/mine-gate';
import { MineHistory } from '../features/mines/mine-history';
import { MinePatches } from '../features/mines/mine-patches';
import styles from '../features/mines/mines.module.css';
import { useMine } from '../features/mines/queries';
import { ProblemState } from '../shell/problem-state';
import { StageTag } from '../shell/stage-tag';
import { Button } from '../ui/button';
import { Page, Panel } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

/** One mine, one file 一矿一档. */
export const MinePage = () => {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const { data: mine, error, refetch } = useMine(id);
  const [editing, setEditing] = useState(false);
  const label = useFieldLabel();
  const text = useFieldText();
  const crumbs = [{ label: t('mines.title'), to: '/mines' }];
  if (!mine)
    return (
      <Page title={t('mines.file')} crumbs={crumbs}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton />}
      </Page>
    );
  return (
    <Page
      title={mine.name}
      crumbs={crumbs}
      summary={
        <>
          {mine.number} · {text('regionCode', mine.regionCode)} <StageTag stage={mine.stage} />{' '}
          {t('mines.since', { day: mine.stageSince })}
        </>
      }
      actions={
        mine.mayEdit && (
          <Button look="primary" onClick={() => setEditing(true)}>
            {t('mines.edit')}
          </Button>
        )
      }
    >
      <div className={styles.file}>
        <div className={styles.column}>
          <Panel title={t('mines.facts')}>
            <dl className={styles.facts}>
              {MINE_FIELDS.map((field) => (
                <div key={field}>
                  <dt>{label(field)}</dt>
                  <dd>{text(field, mine[field])}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          <MinePatches mine={mine} />
          <MineHistory id={mine.id} />
        </div>
        <div className={styles.column}>
          <MineGate mine={mine} />
          <Panel title={t('mines.way')}>
            <ol className={styles.list}>
              {mine.stages.map((stay) => (
                <li key={`${stay.stage}-${stay.from}`}>
                  <StageTag stage={stay.stage} /> {stay.from} – {stay.to ?? t('mines.now')}
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
      {editing && <EditDialog mine={mine} onClose={() => setEditing(false)} />}
    </Page>
  );
};
