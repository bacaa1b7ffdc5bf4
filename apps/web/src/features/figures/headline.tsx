import { LISTED_STAGES } from '@qingshan/domain';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shareForDrawing } from '../../shell/format';
import { STAGE_LOOK } from '../../shell/labels';
import { Delta } from './delta';
import fills from '../../ui/charts/fills.module.css';
import styles from './headline.module.css';
import { OPEN_STAGES, type ListedStage, type Sums } from './sums';
import { shareByArea, shareByCount, useFigureWriting } from './writing';

interface HeadlineProps {
  readonly asOf: string;
  readonly sums: Sums;
  readonly compare: string | null;
  readonly then: Sums | null;
  readonly rowsOf: (stages?: readonly string[]) => string;
}

/** The answer in one line, every number of it leading to its rows, and the same drawn twice: by count and by area. */
export const Headline = ({ asOf, sums, compare, then, rowsOf }: HeadlineProps) => {
  const { t } = useTranslation();
  const { countText, areaText, shareText } = useFigureWriting();
  const strips = [
    { id: 'count', share: shareByCount(sums), size: (stage: ListedStage) => sums.stages[stage].mines },
    {
      id: 'area',
      share: shareByArea(sums),
      size: (stage: ListedStage) => Number(sums.stages[stage].squareMetres),
    },
  ] as const;
  return (
    <div className={styles.headline}>
      <p className={styles.answer}>
        <Trans
          i18nKey="figures.answer"
          values={{
            day: asOf,
            mines: countText(sums.restored.mines),
            byCount: shareText(shareByCount(sums)),
            area: areaText(sums.restored.squareMetres),
            byArea: shareText(shareByArea(sums)),
            found: countText(sums.found.mines),
            foundArea: areaText(sums.found.squareMetres),
          }}
          components={{
            restored: <Link to={rowsOf(['restored'])} />,
            found: <Link to={rowsOf()} />,
            strong: <strong />,
          }}
        />
      </p>
      {compare && then && <Comparison sums={sums} compare={compare} then={then} />}
      <div className={styles.strips} aria-hidden="true">
        {strips.map(({ id, share, size }) => (
          <div key={id} className={styles.strip}>
            <span>{t(`figures.by.${id}`)}</span>
            <Strip size={size} />
            <strong>{shareText(share)}</strong>
          </div>
        ))}
      </div>
      {sums.unaccepted !== '0.00' && (
        <p className={styles.aside}>
          <Trans
            i18nKey="figures.unaccepted"
            values={{ area: areaText(sums.unaccepted) }}
            components={{ rows: <Link to={rowsOf(OPEN_STAGES)} /> }}
          />
        </p>
      )}
    </div>
  );
};

const Comparison = ({
  sums,
  compare,
  then,
}: {
  readonly sums: Sums;
  readonly compare: string;
  readonly then: Sums;
}) => {
  const { countDelta, areaDelta, shareDelta } = useFigureWriting();
  return (
    <p className={styles.comparison}>
      <Trans
        i18nKey="figures.comparison"
        values={{ day: compare }}
        components={{
          mines: <Delta change={countDelta(sums.restored.mines, then.restored.mines)} />,
          area: <Delta change={areaDelta(sums.restored.squareMetres, then.restored.squareMetres)} />,
          byCount: <Delta change={shareDelta(shareByCount(sums), shareByCount(then))} />,
          byArea: <Delta change={shareDelta(shareByArea(sums), shareByArea(then))} />,
          found: <Delta change={countDelta(sums.found.mines, then.found.mines)} />,
          foundArea: <Delta change={areaDelta(sums.found.squareMetres, then.found.squareMetres)} />,
        }}
      />
    </p>
  );
};

/** From what is green again to bare earth. */
const Strip = ({ size }: { readonly size: (stage: ListedStage) => number }) => {
  const total = LISTED_STAGES.reduce((sum, stage) => sum + size(stage), 0);
  const drawn = [...LISTED_STAGES].reverse();
  return (
    <svg className={styles.track} preserveAspectRatio="none" viewBox="0 0 100 10">
      <rect className={styles.ground} width="100" height="10" />
      {drawn.map((stage, index) => (
        <rect
          key={stage}
          className={fills[STAGE_LOOK[stage].tone]}
          x={drawn.slice(0, index).reduce((x, before) => x + shareForDrawing(size(before), total) * 100, 0)}
          width={shareForDrawing(size(stage), total) * 100}
          height="10"
        />
      ))}
    </svg>
  );
};
