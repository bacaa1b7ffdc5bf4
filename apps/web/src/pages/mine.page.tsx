import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { DocumentsPanel } from '../features/documents/documents-panel';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { ADD_DOCUMENT, documentAskedFor } from '../features/mines/file/add-document';
import { FileSteps } from '../features/mines/file/file-steps';
import styles from '../features/mines/file/file.module.css';
import { MineCorrections } from '../features/mines/corrections/mine-corrections';
import { useWaiting } from '../features/mines/corrections/queries';
import { MineFacts } from '../features/mines/file/mine-facts';
import { MineGate } from '../features/mines/file/mine-gate';
import { MineHistory } from '../features/mines/file/mine-history';
import { MinePatches } from '../features/mines/file/mine-patches';
import { PrintButton } from '../features/mines/file/print-button';
import { StageWay } from '../features/mines/file/stage-way';
import { fileAddress, listAddress, readOver, readQuery } from '../features/mines/list/list-query';
import { useNeighbours } from '../features/mines/neighbours';
import { useMine, type MinesQuery } from '../features/mines/queries';
import { useStepKeys } from '../features/mines/step-keys';
import { EDIT_STEPS } from '../features/mines/steps/edit-steps';
import { StageNote } from '../features/mines/steps/stage-note';
import { StepsPanel } from '../features/mines/steps/steps-panel';
import { MineReview } from '../features/reviews/mine-review';
import { isPast } from '../shell/known-moment';
import { ProblemState } from '../shell/problem-state';
import { useSession } from '../shell/session-context';
import { StageTag } from '../shell/stage-tag';
import { ButtonLink } from '../ui/button';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { PastMinePage } from './past-mine.page';
import { EditMine, readyToEdit, STAGE, StageDialog } from './lazy-dialogs';

/** One mine, one file 一矿一档: the address holds the list it was opened from, and the day and the moment it stands at. */
export const MinePage = () => {
  const id = Number(useParams().id);
  const [address] = useSearchParams();
  const query = readQuery(address);
  return isPast(query) ? (
    <PastMinePage id={id} query={query} />
  ) : (
    <PresentMine id={id} query={query} edit={readOver(address).edit} />
  );
};

interface PresentMineProps {
  readonly id: number;
  readonly query: MinesQuery;
  readonly edit: string | undefined;
}

const PresentMine = ({ id, query, edit }: PresentMineProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person, today } = useSession();
  const { data: mine, error, refetch } = useMine(id);
  const mayEdit = mine?.mayEdit ?? false;
  useEffect(() => {
    if (mayEdit) readyToEdit();
  }, [mayEdit]);
  const waiting = useWaiting(id, mine?.needsSecond ?? false);
  const neighbours = useNeighbours(query, id);
  const { previous, next } = neighbours;
  const text = useFieldText();
  const label = useFieldLabel();
  const stepTo = (to: typeof next) => to && (() => void navigate(fileAddress(to.id, to.query)));
  const start = (what: string) =>
    mine?.mayEdit ? () => void navigate(fileAddress(mine.id, query, what)) : null;
  useStepKeys({
    j: stepTo(next),
    k: stepTo(previous),
    e: start('name'),
    s: start(STAGE),
    d: start('date'),
    c: start('remark'),
  });

  const crumbs = [{ label: t('mines.title'), to: listAddress(query) }];
  if (!mine || mine.id !== id)
    return (
      <Page title={t('mines.file')} crumbs={crumbs}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  const adding = documentAskedFor(edit);
  const closeEdit = () => void navigate(fileAddress(id, query));
  const editTo = (what: string) => fileAddress(id, query, what);
  return (
    <Page
      title={mine.name}
      crumbs={crumbs}
      summary={
        <span className={styles.summary}>
          <StageTag stage={mine.stage} />
          <StageNote mine={mine} />
          {[mine.number, text('regionCode', mine.regionCode), mine.town].filter(Boolean).join(' · ')}
        </span>
      }
      actions={
        <>
          <FileSteps neighbours={neighbours} onStep={(to) => void navigate(fileAddress(to.id, to.query))} />
          <PrintButton id={mine.id} />
          {mine.mayEdit && (
            <ButtonLink to={editTo('name')} look="primary">
              {t(mine.needsSecond ? 'mines.corrections.propose' : 'mines.edit.open')}
            </ButtonLink>
          )}
        </>
      }
    >
      <StageWay mine={mine} />
      <div className={styles.file}>
        <div className={styles.column}>
          <MineFacts mine={mine} editTo={editTo} waiting={waiting} />
          <StepsPanel
            key={`steps-${mine.id}`}
            mine={mine}
            editing={edit === EDIT_STEPS}
            editTo={editTo(EDIT_STEPS)}
            onClose={closeEdit}
          />
          <MinePatches mine={mine} editTo={editTo} />
          <DocumentsPanel
            key={`documents-${mine.id}`}
            mineId={id}
            adding={adding}
            addTo={editTo(ADD_DOCUMENT)}
            onClose={closeEdit}
          />
          <MineHistory key={mine.id} id={mine.id} />
        </div>
        <div className={styles.aside}>
          <MineCorrections mineId={mine.id} />
          <MineReview mine={mine} words={{ label, text }} />
          <MineGate mine={mine} mendTo={editTo} />
        </div>
      </div>
      <p className={styles.printed}>
        {t('mines.print.footer', {
          region: text('regionCode', mine.regionCode),
          name: person.name,
          day: today,
          version: mine.version,
        })}
      </p>
      <Suspense>{edit === STAGE && <StageDialog id={id} mendTo={editTo} onClose={closeEdit} />}</Suspense>
      {edit && edit !== STAGE && edit !== EDIT_STEPS && adding === null && (
        <Suspense>
          <EditMine id={id} start={edit} onClose={closeEdit} />
        </Suspense>
      )}
    </Page>
  );
};
