import type { ImportView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress-bar';
import styles from './apply.module.css';
import { CancelDialog } from './cancel-dialog';

/** The job at work: how far it is, and the way to stop it. It goes on without this page. */
export const Writing = ({ view }: { readonly view: ImportView }) => {
  const { t } = useTranslation();
  const [stopping, setStopping] = useState(false);
  const undoing = view.state === 'undoing';
  const { done, total } = view.progress ?? { done: 0, total: 0 };
  return (
    <Panel>
      <div className={styles.progress}>
        <p role="status" className={styles.headline}>
          {t(undoing ? 'imports.undo.progress' : 'imports.progress.text', {
            done: formatCount(done),
            total: formatCount(total),
          })}
        </p>
        <ProgressBar
          label={t(undoing ? 'imports.undo.label' : 'imports.progress.label')}
          done={total === 0 ? null : done / total}
        />
        <p className={styles.help}>{t('imports.progress.help')}</p>
        {!undoing && <Button onClick={() => setStopping(true)}>{t('imports.progress.stop')}</Button>}
      </div>
      {stopping && (
        <CancelDialog
          id={view.id}
          title={t('imports.progress.stop')}
          action={t('imports.progress.stopConfirm')}
          onClose={() => setStopping(false)}
        >
          {t('imports.progress.stopHelp')}
        </CancelDialog>
      )}
    </Panel>
  );
};
