import type { MineView } from '@qingshan/contracts';
import { nextStage } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/page';
import styles from './gate.module.css';
import { GateList } from './gate-list';
import { MoveButtons } from './move-buttons';

/** The gate in one sentence: how many things are missing before which stage. */
export const useGateFinding = () => {
  const { t } = useTranslation();
  return (mine: MineView): string => {
    const next = nextStage(mine.stage, mine.approach);
    if (next === null || mine.gate.length === 0) return t('mines.gate.none');
    const count = mine.gate.filter(({ state }) => state === 'notMet').length;
    const stage = t(`labels.stage.${next}`);
    return count === 0 ? t('mines.gate.ready', { stage }) : t('mines.gate.lacking', { count, stage });
  };
};

interface MineGateProps {
  readonly mine: MineView;
  readonly mendTo: (mend: string) => string;
}

export const MineGate = ({ mine, mendTo }: MineGateProps) => {
  const { t } = useTranslation();
  const findingOf = useGateFinding();
  return (
    <Panel title={t('mines.gate.title')}>
      <p className={styles.finding}>{findingOf(mine)}</p>
      <GateList mine={mine} mendTo={mendTo} />
      <MoveButtons mine={mine} />
    </Panel>
  );
};
