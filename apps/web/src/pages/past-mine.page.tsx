import { instantOf } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PastDocuments } from '../features/documents/past-documents';
import { FileSteps } from '../features/mines/file/file-steps';
import styles from '../features/mines/file/file.module.css';
import { MineFacts } from '../features/mines/file/mine-facts';
import { MineHistory } from '../features/mines/file/mine-history';
import { MinePatches } from '../features/mines/file/mine-patches';
import { MineSums } from '../features/mines/file/mine-sums';
import { PrintButton } from '../features/mines/file/print-button';
import { StageWay } from '../features/mines/file/stage-way';
import { fileAddress, listAddress } from '../features/mines/list/list-query';
import { useFieldText } from '../features/mines/field-text';
import { useNeighbours } from '../features/mines/neighbours';
import { usePastMine, type MinesQuery } from '../features/mines/queries';
import { useStepKeys } from '../features/mines/step-keys';
import { PastSteps } from '../features/mines/steps/past-steps';
import { StageNote } from '../features/mines/steps/stage-note';
import { formatMoment } from '../shell/format';
import { PastNotice } from '../shell/past-notice';
import { ProblemState } from '../shell/problem-state';
import { useSession } from '../shell/session-context';
import { StageTag } from '../shell/stage-tag';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

interface PastMinePageProps {
  readonly id: number;
  /** Of the list it was opened from: its day and moment are those of the file. */
  readonly query: MinesQuery;
}

const NOTHING_TO_DO = { gate: [], mayEdit: false, needsSecond: false };

/** The file of a mine as it was on a day, by what was known at a moment: to read, to print and to compare, not to write. */
export const PastMinePage = ({ id, query }: PastMinePageProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person, today } = useSession();
  const text = useFieldText();
  const { data: mine, error, refetch } = usePastMine(id, query);
  const neighbours = useNeighbours(query, id);
  const present = { ...query, asOf: undefined, knownAt: undefined };
  const editTo = () => fileAddress(id, present);
  const stepTo = (to: NonNullable<typeof neighbours.next>) => void navigate(fileAddress(to.id, to.query));
  const key = (to: typeof neighbours.next) => to && (() => stepTo(to));
  useStepKeys({ j: key(neighbours.next), k: key(neighbours.previous) });
  const notice = <PastNotice view={query} onNow={() => void navigate(fileAddress(id, present))} />;
  const crumbs = [{ label: t('mines.title'), to: listAddress(query) }];
  if (!mine)
    return (
      <Page title={t('mines.file')} crumbs={crumbs}>
        {notice}
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
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
          <FileSteps neighbours={neighbours} onStep={stepTo} />
          <PrintButton id={mine.id} />
        </>
      }
    >
      {notice}
      <StageWay mine={mine} day={mine.asOf} />
      <div className={styles.file}>
        <div className={styles.column}>
          <MineFacts mine={{ ...mine, ...NOTHING_TO_DO }} editTo={editTo} />
          <PastSteps mine={mine} />
          {mine.patches && (
            <MinePatches mine={{ ...mine, ...NOTHING_TO_DO, patches: mine.patches }} editTo={editTo} />
          )}
          <PastDocuments mineId={mine.id} documents={mine.documents} />
          <MineHistory
            key={mine.id}
            id={mine.id}
            until={{ day: mine.asOf, recorded: query.knownAt && instantOf(query.knownAt) }}
          />
        </div>
        <div className={styles.aside}>
          <MineSums mine={mine} />
        </div>
      </div>
      <p className={styles.printed}>
        {t('past.printed', {
          region: text('regionCode', mine.regionCode),
          name: person.name,
          today,
          day: mine.asOf,
          when: formatMoment(mine.recordedAt),
        })}
      </p>
    </Page>
  );
};
