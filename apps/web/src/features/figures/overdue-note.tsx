import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './overdue-note.module.css';
import { OPEN_STAGES, type Sums } from './sums';
import { useFigureWriting } from './writing';

interface OverdueNoteProps {
  readonly overdue: Sums;
  readonly rowsOf: (stages: readonly string[]) => string;
}

/** How many mines are past the due day of their stage, and in which stages they stand; each number leads to its rows. */
export const OverdueNote = ({ overdue: { found, stages }, rowsOf }: OverdueNoteProps) => {
  const { t } = useTranslation();
  const { countText, areaText } = useFigureWriting();
  if (found.mines === 0) return null;
  return (
    <div className={styles.overdue}>
      <p>
        <Trans
          i18nKey="figures.overdue.answer"
          values={{ mines: countText(found.mines), area: areaText(found.squareMetres) }}
          components={{ rows: <Link to={rowsOf([])} /> }}
        />
      </p>
      <ul className={styles.stages}>
        {OPEN_STAGES.filter((stage) => stages[stage].mines > 0).map((stage) => (
          <li key={stage}>
            <Link to={rowsOf([stage])}>
              {t('figures.overdue.stage', {
                stage: t(`labels.stage.${stage}`),
                mines: countText(stages[stage].mines),
                area: areaText(stages[stage].squareMetres),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
