import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { asProblem, useSentence } from '../../shell/problem';
import { ProblemState } from '../../shell/problem-state';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/chips';
import { Pager } from '../../ui/pager';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { toast } from '../../ui/toasts';
import { useMedia } from '../../ui/use-media';
import { ApproveManyDialog } from './approve-many-dialog';
import { useApprove, useSubmission, useSubmissions, type SubmissionsQuery } from './queries';
import { ReturnDialog } from './return-dialog';
import { ReviewQueue } from './review-queue';
import styles from './reviews.module.css';
import { SubmissionDetail } from './submission-detail';
import { useReviewKeys } from './use-review-keys';
import type { FieldWords } from './words';

interface ReviewBoardProps {
  readonly query: SubmissionsQuery;
  readonly openId: number | null;
  readonly words: FieldWords;
  readonly addressOf: (query: Partial<SubmissionsQuery>, openId: number | null) => string;
  readonly go: (address: string) => void;
  /** Where to choose a division, for whoever has several. */
  readonly chooser: ReactNode;
}

/** As reviews.module.css says. */
const IN_ONE_COLUMN = '(max-width: 60rem)';

const SHOWS = ['mine', 'pending', 'returned', 'all'] as const;

/** The queue on one side, the one that is looked at on the other. A decision opens the next one. */
export const ReviewBoard = ({ query, openId, words, addressOf, go, chooser }: ReviewBoardProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error, refetch } = useSubmissions(query);
  const rows = data?.rows ?? [];
  const shownId = openId ?? rows[0]?.id ?? null;
  const { data: submission, error: failure } = useSubmission(shownId);
  // Below the queue one would not see that something opened.
  const isBelow = useMedia(IN_ONE_COLUMN);
  const approve = useApprove();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [cameTo, setCameTo] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'return' | 'many' | null>(null);
  const chosen = rows.filter(({ id, mayDecide }) => mayDecide && ticked.has(id));
  const at = rows.findIndex(({ id }) => id === shownId);
  const step = (by: number) => {
    const next = rows[at + by];
    if (next) go(addressOf({}, next.id));
  };
  const goOn = () => {
    const next = (rows[at + 1] ?? rows[at - 1])?.id ?? null;
    setCameTo(next);
    go(addressOf({}, next));
  };
  const mayDecide = submission?.may.some(
    ({ decision, refusal }) => decision === 'approve' && refusal === null,
  );
  const approveShown = () => {
    if (!submission || !mayDecide || approve.isPending) return;
    approve.mutate(submission, {
      onSuccess: ({ name }) => {
        toast(t('reviews.approved', { name }));
        goOn();
      },
    });
  };
  useReviewKeys(
    { a: mayDecide ? approveShown : null, r: mayDecide ? () => setDialog('return') : null },
    { j: () => step(1), k: () => step(-1) },
  );
  return (
    <>
      <div className={styles.bar}>
        <Segments
          label={t('reviews.show.label')}
          value={query.show}
          options={SHOWS.map((value) => ({ value, label: t(`reviews.show.${value}`) }))}
          onChange={(show) => go(addressOf({ show, page: 1 }, null))}
        />
        {chooser && <div className={styles.chooser}>{chooser}</div>}
        {chosen.length > 0 && (
          <Button look="primary" onClick={() => setDialog('many')}>
            {t('reviews.approveMany', { count: chosen.length, value: formatCount(chosen.length) })}
          </Button>
        )}
      </div>
      {approve.error && <p role="alert">{sentence(asProblem(approve.error))}</p>}
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && rows.length === 0 && (
        <EmptyState icon="check" title={t(`reviews.none.${query.show}`)}>
          <p>{t('reviews.noneHelp')}</p>
        </EmptyState>
      )}
      {(rows.length > 0 || openId !== null) && (
        <div className={styles.board}>
          <section aria-label={t('reviews.queue')} className={styles.side}>
            <ReviewQueue
              rows={rows}
              words={words}
              openId={shownId}
              openTo={(id) => addressOf({}, id)}
              ticked={ticked}
              onTick={(id, on) =>
                setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id)))
              }
            />
            <Pager
              page={query.page}
              pageSize={query.pageSize}
              total={data?.total ?? 0}
              onChange={(next) => go(addressOf(next, null))}
            />
          </section>
          <section aria-label={t('reviews.detail')}>
            {failure && !submission && <ProblemState error={failure} />}
            {shownId !== null && !submission && !failure && <Skeleton lines={8} />}
            {submission && (
              <SubmissionDetail
                key={submission.id}
                submission={submission}
                takesFocus={submission.id === cameTo || (isBelow && submission.id === openId)}
                words={words}
                busy={approve.isPending}
                onApprove={approveShown}
                onReturn={() => setDialog('return')}
              />
            )}
          </section>
        </div>
      )}
      {dialog === 'return' && submission && (
        <ReturnDialog
          submission={submission}
          words={words}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            goOn();
          }}
        />
      )}
      {dialog === 'many' && (
        <ApproveManyDialog
          rows={chosen}
          words={words}
          onClose={() => {
            setTicked(new Set());
            setDialog(null);
          }}
        />
      )}
    </>
  );
};
