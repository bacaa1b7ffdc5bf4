import type { ImportRowView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon';
import styles from './gate-note.module.css';

/** What the stage of a row's mine still asks for, in the words of its checklist; null where nothing is asked. */
export const useGateWords = () => {
  const { t } = useTranslation();
  return ({ gate }: Pick<ImportRowView, 'gate'>) =>
    gate && {
      finding:
        gate.lacking.length === 0
          ? t('imports.gate.met')
          : t('imports.gate.lacking', { count: gate.lacking.length }),
      stage: t(`labels.stage.${gate.stage}`),
      lacking: gate.lacking.map((criterion) => t(`labels.criterion.${criterion}`)),
    };
};

interface GateNoteProps {
  readonly row: Pick<ImportRowView, 'gate'>;
}

/** In a line: how much is missing, and what when one points at it. */
export const GateMark = ({ row }: GateNoteProps) => {
  const words = useGateWords()(row);
  if (!words) return null;
  const isMet = words.lacking.length === 0;
  return (
    <span className={styles.mark} title={words.lacking.join('\n') || undefined}>
      <Icon name={isMet ? 'check' : 'info'} size={15} />
      <span>{words.finding}</span>
    </span>
  );
};

/** Whole: each thing that is missing. It is a note, and keeps no row out. */
export const GateNote = ({ row }: GateNoteProps) => {
  const { t } = useTranslation();
  const words = useGateWords()(row);
  if (!words) return null;
  return (
    <section className={styles.note} aria-label={t('imports.gate.title')}>
      <p className={styles.finding}>
        <GateMark row={row} />
        <span className={styles.stage}>{t('imports.gate.ofStage', { stage: words.stage })}</span>
      </p>
      {words.lacking.length > 0 && (
        <ul className={styles.lacking}>
          {words.lacking.map((criterion) => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ul>
      )}
    </section>
  );
};
