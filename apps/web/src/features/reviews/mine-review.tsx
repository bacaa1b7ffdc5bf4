import type { MineView } from '@qingshan/contracts';
import { isReviewed } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../shell/format';
import { asProblem, useSentence } from '../../shell/problem';
import { useMay } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/mark';
import { Panel } from '../../ui/page';
import { toast } from '../../ui/toasts';
import { ChangeTable } from './change-table';
import { Decisions } from './decisions';
import { useSubmission, useSubmissions, useWithdraw } from './queries';
import { ReconsiderDialog } from './reconsider-dialog';
import styles from './reviews.module.css';
import { SubmitDialog } from './submit-dialog';
import { STATE_TONES, type FieldWords } from './words';

interface MineReviewProps {
  readonly mine: MineView;
  readonly words: FieldWords;
  readonly onSubmitted?: () => void;
}

/** So many are asked for that one is among them which was not taken back. */
const LATEST = 10;

/** Where the mine's last submission stands, why it came back, what drifted since, and the button that submits. */
export const MineReview = ({ mine, words, onSubmitted }: MineReviewProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const sentence = useSentence();
  const [dialog, setDialog] = useState<'submit' | 'reconsider' | null>(null);
  const { data: list } = useSubmissions({ show: 'all', mineId: mine.id, page: 1, pageSize: LATEST });
  const { data: last } = useSubmission(list?.rows[0]?.id ?? null);
  const { data: judged } = useSubmission(list?.rows.find(({ state }) => state !== 'withdrawn')?.id ?? null);
  const drift = judged?.drift ?? [];
  const withdraw = useWithdraw();
  const pending = last?.state === 'pending';
  const lacking = mine.gate.filter(({ state }) => state === 'notMet').length;
  const maySubmit = may('review.submit') && isReviewed(mine.stage) && !pending;
  const allowed = (decision: string) =>
    last?.may.some((one) => one.decision === decision && one.refusal === null);
  if (!last && !maySubmit) return null;
  return (
    <Panel title={t('reviews.ofMine')}>
      {last && (
        <div className={styles.head}>
          <p className={styles.tags}>
            <Tag tone={STATE_TONES[last.state]}>{t(`reviews.state.${last.state}`)}</Tag>
            <Link to={`/reviews?show=all&open=${last.id}`}>
              {t('reviews.turnOf', { stage: t(`labels.stage.${last.stage}`), turn: last.turn })}
            </Link>
          </p>
          {pending && <p>{t('reviews.waitsAt', { level: t(`reviews.level.${last.level}`) })}</p>}
          <Decisions submission={last} words={words} />
          {drift.length > 0 && (
            <details className={styles.drift}>
              <summary>
                <Tag tone="ochre">
                  {t('reviews.drift', { count: drift.length, value: formatCount(drift.length) })}
                </Tag>
              </summary>
              <ChangeTable changes={drift} words={words} />
            </details>
          )}
        </div>
      )}
      <div className={styles.acts} data-print="no">
        {maySubmit && (
          <Button
            look="primary"
            data-autofocus={(lacking === 0 && mine.pause === null) || undefined}
            disabled={lacking > 0 || mine.pause !== null}
            aria-describedby="why-not-submit"
            onClick={() => setDialog('submit')}
          >
            {t('reviews.submitStage', { stage: t(`labels.stage.${mine.stage}`) })}
          </Button>
        )}
        {last && allowed('reconsider') && (
          <Button onClick={() => setDialog('reconsider')}>{t('reviews.reconsider')}</Button>
        )}
        {last && allowed('withdraw') && (
          <Button
            busy={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(last, { onSuccess: () => toast(t('reviews.withdrawn', { name: mine.name })) })
            }
          >
            {t('reviews.withdraw')}
          </Button>
        )}
      </div>
      <p id="why-not-submit" className={styles.why}>
        {maySubmit && mine.pause && sentence({ code: 'stage-paused' })}
        {maySubmit &&
          !mine.pause &&
          lacking > 0 &&
          t('reviews.notReady', { count: lacking, value: formatCount(lacking) })}
      </p>
      {withdraw.error && <p role="alert">{sentence(asProblem(withdraw.error))}</p>}
      {dialog === 'submit' && (
        <SubmitDialog mine={mine} onSubmitted={onSubmitted} onClose={() => setDialog(null)} />
      )}
      {dialog === 'reconsider' && last && (
        <ReconsiderDialog submission={last} onClose={() => setDialog(null)} />
      )}
    </Panel>
  );
};
