import type { SubmissionRow } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Backdated } from '../../shell/backdated';
import { formatCount } from '../../shell/format';
import { asProblem, useSentence } from '../../shell/problem';
import { ConfirmDialog } from '../../ui/dialog';
import { toast } from '../../ui/toasts';
import { useApprove } from './queries';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

interface ApproveManyDialogProps {
  readonly rows: readonly SubmissionRow[];
  readonly words: FieldWords;
  readonly onClose: () => void;
}

/** Says first what will be approved; each is then decided on its own, and what is refused is named. */
export const ApproveManyDialog = ({ rows: chosen, words, onClose }: ApproveManyDialogProps) => {
  const { t } = useTranslation();
  // What was summed up is what is decided, and told of: the queue behind it shrinks meanwhile.
  const [rows] = useState(chosen);
  const approve = useApprove();
  const sentence = useSentence();
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<readonly { readonly name: string; readonly why: string }[] | null>(
    null,
  );

  const approveAll = async () => {
    setWorking(true);
    const refusals: { name: string; why: string }[] = [];
    for (const row of rows)
      await approve
        .mutateAsync(row)
        .catch((error: unknown) => refusals.push({ name: row.name, why: sentence(asProblem(error)) }));
    setWorking(false);
    const count = rows.length - refusals.length;
    if (count > 0) toast(t('reviews.approvedMany', { count, value: formatCount(count) }));
    if (refusals.length === 0) onClose();
    else setFailed(refusals);
  };
  return (
    <ConfirmDialog
      open
      title={t('reviews.approveMany', { count: rows.length, value: formatCount(rows.length) })}
      action={failed ? t('ui.close') : t('reviews.approve')}
      cancel={t('ui.cancel')}
      busy={working}
      onConfirm={() => (failed ? onClose() : void approveAll())}
      onCancel={onClose}
    >
      {failed ? (
        <div role="alert">
          <p>{t('reviews.notApproved')}</p>
          <ul className={styles.list}>
            {failed.map(({ name, why }) => (
              <li key={name}>{t('ui.form.problem', { label: name, message: why })}</li>
            ))}
          </ul>
        </div>
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id}>
              {t('reviews.summary', {
                name: row.name,
                region: words.text('regionCode', row.regionCode),
                stage: t(`labels.stage.${row.stage}`),
                day: row.effectiveOn,
              })}{' '}
              <Backdated effectiveOn={row.effectiveOn} recordedAt={row.submittedAt} />
            </li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
};
