import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../shell/problem-state';
import { useSession } from '../../../shell/session-context';
import { StageTag } from '../../../shell/stage-tag';
import { Area, Money } from '../../../shell/written';
import { ButtonLink, IconButton } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';
import { useFieldText } from '../field-text';
import { daysBetween } from '../file/days';
import { GateList } from '../file/gate-list';
import { useGateFinding } from '../file/mine-gate';
import { MoveButtons } from '../file/move-buttons';
import { useMine } from '../queries';
import styles from './mine-peek.module.css';

interface MinePeekProps {
  readonly id: number;
  /** The day the list beside it stands at, when that is not today. */
  readonly asOf: string | undefined;
  readonly fileTo: string;
  readonly editTo: string;
  readonly mendTo: (mend: string) => string;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** One mine at a glance beside the list: where it stands, what it lacks, its next step. */
export const MinePeek = ({ id, onClose, onPrevious, onNext, ...rest }: MinePeekProps) => {
  const { t } = useTranslation();
  const { data: mine, error, refetch } = useMine(id);
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
      {error && !mine && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!mine && !error && <Skeleton lines={8} />}
      {mine && <Glance key={mine.id} mine={mine} {...rest} />}
    </aside>
  );
};

const FACTS = ['mineralCode', 'closureYear', 'approach', 'planApprovalNo', 'acceptanceNo'] as const;

const Glance = ({
  mine,
  asOf,
  fileTo,
  editTo,
  mendTo,
}: Pick<MinePeekProps, 'asOf' | 'fileTo' | 'editTo' | 'mendTo'> & { readonly mine: MineView }) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const text = useFieldText();
  const findingOf = useGateFinding();
  return (
    <div className={styles.glance}>
      {asOf && <p className={styles.past}>{t('mines.peek.past', { day: asOf })}</p>}
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
      <dl className={styles.facts}>
        <div>
          <dt>{t('mines.damaged')}</dt>
          <dd>
            <Area squareMetres={mine.damagedSquareMetres} /> {t('format.mu')}
          </dd>
        </div>
        <div>
          <dt>{t('mines.restored')}</dt>
          <dd>
            <Area squareMetres={mine.restoredSquareMetres} /> {t('format.mu')}
          </dd>
        </div>
        {FACTS.map((field) => (
          <div key={field}>
            <dt>{t(`labels.field.${field}`)}</dt>
            <dd>{text(field, mine[field])}</dd>
          </div>
        ))}
        {mine.fundsAllocatedFen !== null && (
          <div>
            <dt>{t('labels.field.fundsAllocatedFen')}</dt>
            <dd>
              <Money fen={mine.fundsAllocatedFen} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
};
