import type { LearnedView } from '@qingshan/contracts';
import { TRAIL_ACTIONS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { areaIn, formatMoment } from '../../shell/format';
import { useRegions } from '../../shell/regions';
import { Tag } from '../../ui/mark';
import styles from './lookback.module.css';

type Row = LearnedView['rows'][number];

interface LearnedMineProps {
  readonly row: Row;
  readonly asOf: string;
  readonly knownAt: string;
}

/** One mine whose records changed the figures of a day: how it stood, how it stands, and who recorded what since. */
export const LearnedMine = ({ row, asOf, knownAt }: LearnedMineProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const stateText = (state: NonNullable<Row['then']>) =>
    state.stage === 'removed'
      ? `${nameOf(state.regionCode)}, ${t('lookback.learned.notListed')}`
      : t('lookback.learned.state', {
          region: nameOf(state.regionCode),
          stage: t(`labels.stage.${state.stage}`),
          damaged: areaIn(state.damagedSquareMetres, 'mu'),
          restored: areaIn(state.restoredSquareMetres, 'mu'),
        });
  const past = new URLSearchParams({ asOf, knownAt }).toString();
  return (
    <li className={styles.mine}>
      <p className={styles.name}>
        <Link to={`/mines/${row.mineId}`} data-content>
          {row.name}
        </Link>
        <span data-content>{row.number}</span>
        {row.then && <Link to={`/mines/${row.mineId}?${past}`}>{t('lookback.learned.fileThen')}</Link>}
      </p>
      <dl className={styles.states}>
        <div>
          <dt>{t('lookback.learned.then')}</dt>
          <dd>{row.then ? stateText(row.then) : t('lookback.learned.absent')}</dd>
        </div>
        <div>
          <dt>{t('lookback.learned.now')}</dt>
          <dd>{row.now ? stateText(row.now) : t('lookback.learned.outside')}</dd>
        </div>
      </dl>
      <ul>
        {row.records.map((record) => {
          const action = TRAIL_ACTIONS.find((one) => one === record.action);
          return (
            <li key={record.id} className={styles.record}>
              <Tag tone="ochre">{t('mines.history.backdated')}</Tag>{' '}
              {t('lookback.learned.recorded', {
                when: formatMoment(record.recordedAt),
                name: record.personName || t('mines.history.system'),
                action: action ? t(`trail.action.${action}`) : record.action,
                day: record.effectiveOn ?? t('lookback.learned.noDay'),
              })}
              {record.remark && <span data-content> · {record.remark}</span>}
            </li>
          );
        })}
      </ul>
    </li>
  );
};
