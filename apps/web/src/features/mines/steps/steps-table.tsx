import type { MineView, StepView } from '@qingshan/contracts';
import type { StepState } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { Tag, type Tone } from '../../../ui/mark';
import fileStyles from '../file/file.module.css';
import styles from './steps.module.css';

const TONES = {
  done: 'malachite',
  passed: 'stone',
  late: 'cinnabar',
  soon: 'ochre',
  planned: 'azurite',
  open: 'stone',
} as const satisfies Record<StepState, Tone>;

/** Every step of the mine's path: what was planned, what is expected, what happened, and how late. */
export const StepsTable = ({ mine }: { readonly mine: Pick<MineView, 'stage' | 'steps'> }) => {
  const { t } = useTranslation();
  return (
    <div className={fileStyles.scroll} tabIndex={0} role="region" aria-label={t('steps.title')}>
      <table className={fileStyles.table}>
        <thead>
          <tr>
            {(['step', 'plannedOn', 'forecastOn', 'actualOn', 'standing'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`steps.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mine.steps.map((step) => (
            <Row key={step.step} step={step} now={step.stage === mine.stage} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Row = ({ step, now }: { readonly step: StepView; readonly now: boolean }) => {
  const { t } = useTranslation();
  const { plannedOn, dueOn, forecastOn, actualOn, state, daysLate, daysSlipping } = step;
  const none = t('format.none');
  const words =
    daysLate === 0
      ? t(`steps.state.${state}`)
      : t(state === 'done' ? 'steps.doneLate' : 'steps.late', { count: daysLate });
  return (
    <tr className={classNames(now && styles.now)}>
      <th scope="row">
        {t(`steps.name.${step.step}`)} <span className={styles.stage}>{t(`labels.stage.${step.stage}`)}</span>
      </th>
      <td>
        {plannedOn ?? none}
        {dueOn !== plannedOn && <span className={styles.moved}>{t('steps.moved', { day: dueOn })}</span>}
      </td>
      <td>{forecastOn ?? none}</td>
      <td>{actualOn ?? none}</td>
      <td>
        <span className={styles.state}>
          <Tag tone={TONES[state]}>{words}</Tag>
          {daysSlipping > 0 && <span>{t('steps.slipping', { count: daysSlipping })}</span>}
        </span>
      </td>
    </tr>
  );
};
