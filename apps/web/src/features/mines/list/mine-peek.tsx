import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import type { PastView } from '../../../shell/known-moment';
import { ProblemState } from '../../../shell/problem-state';
import { useSession } from '../../../shell/session-context';
import { StageTag } from '../../../shell/stage-tag';
import { ButtonLink, IconButton } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';
import { useFieldText } from '../field-text';
import { daysBetween } from '@qingshan/domain';
import { GateList } from '../file/gate-list';
import { useGateFinding } from '../file/mine-gate';
import { MoveButtons } from '../file/move-buttons';
import { useMine } from '../queries';
import { GlanceFacts } from './mine-glance';
import styles from './mine-peek.module.css';
import { PastGlance } from './past-glance';

interface MinePeekProps {
  readonly id: number;
  /** What the list beside it is looked at by, when that is not the present. */
  readonly past: PastView | null;
  readonly fileTo: string;
  readonly editTo: string;
  readonly mendTo: (mend: string) => string;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** One mine at a glance beside the list: where it stands, what it lacks, its next step. */
export const MinePeek = ({ id, past, onClose, onPrevious, onNext, ...ways }: MinePeekProps) => {
  const { t } = useTranslation();
  return (
    <aside className={styles.peek} aria-label={t('mines.peek.label')} data-print="no">
      <div className={styles.bar}>
        <IconButton
          icon="up"
          label={t('mines.peek.previous')}
          disabled={!onPrevious}
          onClick={() => onPrevious?.()}
        />
        <IconButton icon="down" label={t('mines.peek.next')} disabled={!onNext} onClick={() => onNext?.()} />
        <span className={styles.gap} />
        <IconButton icon="close" label={t('mines.peek.close')} onClick={onClose} />
      </div>
      {past ? <PastGlance id={id} past={past} fileTo={ways.fileTo} /> : <PresentGlance id={id} {...ways} />}
    </aside>
  );
};

type Ways = Pick<MinePeekProps, 'fileTo' | 'editTo' | 'mendTo'>;

const PresentGlance = ({ id, ...ways }: Ways & { readonly id: number }) => {
  const { data: mine, error, refetch } = useMine(id);
  if (!mine)
    return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  return <Glance key={mine.id} mine={mine} {...ways} />;
};

const Glance = ({ mine, fileTo, editTo, mendTo }: Ways & { readonly mine: MineView }) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const text = useFieldText();
  const findingOf = useGateFinding();
  return (
    <div className={styles.glance}>
      <h2 className={styles.name}>{mine.name}</h2>
      <p className={styles.where}>
        {[mine.number, text('regionCode', mine.regionCode), mine.town].filter(Boolean).join(' · ')}
      </p>
      <p className={styles.stage}>
        <StageTag stage={mine.stage} />
        {t('mines.peek.days', { count: daysBetween(mine.stageSince, today) })}
      </p>
      <div className={styles.ways}>
        <ButtonLink to={fileTo} icon="ledger" look="primary">
          {t('mines.peek.openFile')}
        </ButtonLink>
        {mine.mayEdit && <ButtonLink to={editTo}>{t('mines.edit.open')}</ButtonLink>}
      </div>
      <h3 className={styles.heading}>{t('mines.peek.nextMove')}</h3>
      <p>{findingOf(mine)}</p>
      <GateList mine={mine} mendTo={mendTo} short />
      {mine.moves.length > 0 && <MoveButtons mine={mine} short />}
      <GlanceFacts mine={mine} />
    </div>
  );
};
