import type { DueSteps as DueStepList } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../shell/format';
import { ButtonLink } from '../../ui/button';
import { Tag } from '../../ui/mark';
import { Panel } from '../../ui/page';
import { useDueSteps } from './queries';
import styles from './today.module.css';

interface DueStepsProps {
  /** Where the days of a mine's steps are written: the page knows the addresses of the mines. */
  readonly recordTo: (mineId: number) => string;
}

/** Steps that are over their day or will be soon, each with the one thing to do: say when it happened. */
export const DueSteps = ({ recordTo }: DueStepsProps) => {
  const { t } = useTranslation();
  const { data } = useDueSteps();
  // The list below says what is wrong when nothing can be read; where nothing is due, nothing is said.
  if (!data || data.items.length === 0) return null;
  const left = data.mines - data.items.length;
  return (
    <Panel title={t('steps.due.title', { late: formatCount(data.late), soon: formatCount(data.soon) })}>
      <ul className={styles.list}>
        {data.items.map((item) => (
          <Item key={`${item.mineId}-${item.step}`} item={item} to={recordTo(item.mineId)} />
        ))}
      </ul>
      {left > 0 && (
        <p className={styles.due}>{t('steps.due.more', { count: left, value: formatCount(left) })}</p>
      )}
    </Panel>
  );
};

interface ItemProps {
  readonly item: DueStepList['items'][number];
  readonly to: string;
}

const Item = ({
  item: { mineId, number, name, step, state, dueOn, forecastOn, daysLate },
  to,
}: ItemProps) => {
  const { t } = useTranslation();
  const action = t('steps.due.record', { step: t(`steps.name.${step}`) });
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.name}>
          <Link to={`/mines/${mineId}`} data-content>
            {name}
          </Link>{' '}
          <Tag tone={state === 'late' ? 'cinnabar' : 'ochre'}>
            {state === 'late' ? t('steps.late', { count: daysLate }) : t('steps.state.soon')}
          </Tag>
        </p>
        <p className={styles.due}>
          <span data-content>{number}</span> ·{' '}
          {dueOn === null ? t('steps.due.forecast', { day: forecastOn }) : t('steps.due.day', { day: dueOn })}
        </p>
      </div>
      <ButtonLink to={to} aria-label={t('steps.due.named', { action, name })}>
        {action}
      </ButtonLink>
    </li>
  );
};
