import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import { ADD_DOCUMENT } from './add-document';
import styles from './gate.module.css';

interface GateListProps {
  readonly mine: MineView;
  /** Address of the edit form at the field that mends it. */
  readonly mendTo: (mend: string) => string;
  /** Only what is missing and why, without the law behind it: for the glance. */
  readonly short?: boolean;
}

const ICON = { met: 'check', notMet: 'warning', notNeeded: 'info' } as const;

/** What the stage asks for before it may be left, each met or with a way to mend it. */
export const GateList = ({ mine, mendTo, short = false }: GateListProps) => {
  const { t } = useTranslation();
  const shown = short ? mine.gate.filter(({ state }) => state === 'notMet') : mine.gate;
  if (shown.length === 0) return null;
  return (
    <ul className={styles.gate}>
      {shown.map(({ criterion, state, reason, mend, document, source }, index) => (
        <li key={criterion} className={classNames(styles.criterion, styles[state])}>
          <span className={styles.icon}>
            <Icon name={ICON[state]} size={16} />
          </span>
          <span className={styles.words}>
            <span>
              <span className="visually-hidden">{t(`labels.criterionState.${state}`)} </span>
              {t(`labels.criterion.${criterion}`)}
              {state === 'notNeeded' && t('mines.within', { text: t('labels.criterionState.notNeeded') })}
            </span>
            {reason && <small className={styles.reason}>{t(`labels.gateReason.${reason}`)}</small>}
            {!short && (
              <small className={styles.source} data-source={source}>
                {t('mines.gate.source', { source: t(`mines.source.${criterion}`) })}
              </small>
            )}
          </span>
          {state === 'notMet' && mine.mayEdit && (
            <Link
              className={styles.mend}
              data-autofocus={index === 0 || undefined}
              to={mendTo(document ? `${ADD_DOCUMENT}${document}` : mend)}
              aria-label={t(document ? 'mines.gate.addNamed' : 'mines.gate.mendNamed', {
                criterion: t(`labels.criterion.${criterion}`),
              })}
              data-print="no"
            >
              {t(document ? 'mines.gate.add' : 'mines.gate.mend')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
};
