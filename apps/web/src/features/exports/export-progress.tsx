import type { ExportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress-bar';
import styles from './export-progress.module.css';
import { useCancelExport } from './queries';

/** How far a file is, and a way to stop it. */
export const ExportProgress = ({ made }: { readonly made: ExportView }) => {
  const { t } = useTranslation();
  const cancel = useCancelExport();
  const { done, total } = made.progress ?? { done: 0, total: 0 };
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span>
          {made.progress === null
            ? t('exports.progress.gathering')
            : t('exports.progress.text', { done: formatCount(done), total: formatCount(total) })}
        </span>
        {made.mayCancel && (
          <Button look="quiet" busy={cancel.isPending} onClick={() => cancel.mutate(made.id)}>
            {t('exports.progress.cancel')}
          </Button>
        )}
      </div>
      <ProgressBar label={t('exports.progress.label')} done={total === 0 ? null : done / total} />
    </div>
  );
};
