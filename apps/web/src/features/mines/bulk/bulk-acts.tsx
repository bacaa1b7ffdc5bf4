import type { BulkEditView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { Button, ButtonLink } from '../../../ui/button';
import { ConfirmDialog } from '../../../ui/dialog';
import { ProgressBar } from '../../../ui/progress-bar';
import { useProblemText } from '../refusal-text';
import { useSaveKey } from '../../../ui/use-save-key';
import styles from './bulk.module.css';
import { isAtWork, useBulkAct } from './queries';

/** Where the edit stands and what can be done with it now: write, stop, take back. */
export const BulkActs = ({ edit }: { readonly edit: BulkEditView }) => {
  const { t } = useTranslation();
  const act = useBulkAct(edit.id);
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const { state, counts } = edit;
  const of = (verdict: keyof typeof counts) => counts[verdict] ?? 0;
  const backwards = state === 'undoing';
  const waiting = of(backwards ? 'written' : 'change');
  const total = backwards
    ? of('written') + of('undone') + of('kept')
    : of('change') + of('written') + of('refused');
  const apply = state === 'prepared' && of('change') > 0 && !act.isPending ? () => act.mutate('apply') : null;
  useSaveKey(apply);
  return (
    <div className={styles.acts}>
      <p className={styles.note} role="status">
        {state === 'prepared' && of('change') === 0
          ? t('mines.bulk.nothing')
          : t(`mines.bulk.state.${state}`)}
      </p>
      {act.error && (
        <p className={styles.note} role="alert">
          {problemText(act.error)}
        </p>
      )}
      {isAtWork(edit) && (
        <>
          <ProgressBar
            label={t(backwards ? 'mines.bulk.undoing' : 'mines.bulk.applying')}
            done={total === 0 ? null : (total - waiting) / total}
          />
          <span>
            {t('mines.bulk.progress', {
              done: formatCount(total - waiting),
              total: formatCount(total),
            })}
          </span>
        </>
      )}
      {state === 'prepared' && of('change') > 0 && (
        <Button look="primary" busy={act.isPending} title={t('mines.bulk.keys')} onClick={() => apply?.()}>
          {t('mines.bulk.apply', { value: formatCount(of('change')) })}
        </Button>
      )}
      {(state === 'prepared' || state === 'applying') && (
        <Button busy={act.isPending} onClick={() => act.mutate('cancel')}>
          {t(state === 'prepared' ? 'mines.bulk.cancel' : 'mines.bulk.stop')}
        </Button>
      )}
      {state === 'done' && of('written') > 0 && (
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('mines.bulk.undo', { value: formatCount(of('written')) })}
        </Button>
      )}
      {!isAtWork(edit) && <ButtonLink to="/mines">{t('mines.bulk.back')}</ButtonLink>}
      <ConfirmDialog
        open={asking}
        title={t('mines.bulk.undoTitle')}
        action={t('mines.bulk.undo', { value: formatCount(of('written')) })}
        look="danger"
        busy={act.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => act.mutate('undo', { onSettled: () => setAsking(false) })}
      >
        <p>{t('mines.bulk.undoHelp', { value: formatCount(of('written')) })}</p>
      </ConfirmDialog>
    </div>
  );
};
