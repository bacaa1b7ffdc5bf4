import type { ExportFile, ExportView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { dayLookedAt, useMomentText } from '../../shell/known-moment';
import { asProblem, useSentence } from '../../shell/problem';
import { useSession } from '../../shell/session-context';
import { useWriting } from '../../shell/written';
import { Button, ButtonLink } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FormActions } from '../../ui/form/field';
import styles from './export-dialog.module.css';
import { ExportProgress } from './export-progress';
import { FormatChoice } from './format-choice';
import { useDelivery, useMakeExport, type ExportFilter } from './queries';

interface ExportDialogProps {
  readonly filter: ExportFilter;
  readonly total: number;
  readonly onClose: () => void;
}

/** Which kind of file the filtered mines go out as; what takes a moment shows how far it is, and is fetched when it is there. */
export const ExportDialog = ({ filter, total, onClose }: ExportDialogProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const { mines } = useWriting();
  const momentText = useMomentText();
  const [file, setFile] = useState<ExportFile>({ format: 'csv' });
  const [made, setMade] = useState<ExportView | null>(null);
  const makeExport = useMakeExport((view) => (view.state === 'making' ? setMade(view) : onClose()));
  const coming = useDelivery(made, onClose);
  const sentence = useSentence();
  if (coming)
    return (
      <Dialog key="coming" open title={coming.fileName} onClose={onClose}>
        <div className={styles.body}>
          <ExportProgress made={coming} />
          <p className={styles.note}>{t('exports.dialog.goesOn')}</p>
          <FormActions>
            <ButtonLink to="/exports">{t('exports.dialog.toList')}</ButtonLink>
          </FormActions>
        </div>
      </Dialog>
    );
  return (
    <Dialog open title={t('exports.dialog.title')} onClose={onClose}>
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (!makeExport.isPending) makeExport.mutate({ filter, file });
        }}
      >
        <p>
          {t('exports.dialog.what', {
            mines: t('format.amount', mines(total)),
            day: dayLookedAt(filter, today),
          })}
        </p>
        {filter.knownAt !== undefined && (
          <p>{t('mines.filter.words.knownAt', { moment: momentText(filter.knownAt) })}</p>
        )}
        <FormatChoice value={file} onChange={setFile} />
        {makeExport.error && (
          <p role="alert" className={styles.problem}>
            {sentence(asProblem(makeExport.error))}
          </p>
        )}
        <FormActions>
          <Button look="primary" icon="download" type="submit" busy={makeExport.isPending}>
            {t('exports.new.make', { count: total, value: formatCount(total) })}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
};
