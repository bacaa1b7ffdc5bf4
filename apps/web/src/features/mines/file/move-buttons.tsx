import type { MineView } from '@qingshan/contracts';
import type { MoveName } from '@qingshan/domain';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { useRefusalText } from '../refusal-text';
import styles from './gate.module.css';

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog')).MoveDialog }));

interface MoveButtonsProps {
  readonly mine: MineView;
  /** Only the regular way forward: for the glance. */
  readonly short?: boolean;
}

/** The ways out of this stage. A way that is closed says why; those of another role are named in one line. */
export const MoveButtons = ({ mine, short = false }: MoveButtonsProps) => {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const [chosen, setChosen] = useState<MoveName | null>(null);
  const closed = mine.moves.filter(({ refusal }) => refusal?.code === 'not-allowed');
  const open = mine.moves.filter(
    ({ move, refusal }) => refusal?.code !== 'not-allowed' && (!short || move === 'advance'),
  );
  const words = ({ move, to }: MineView['moves'][number]) =>
    move === 'advance'
      ? t('mines.move.advanceTo', { stage: t(`labels.stage.${to}`) })
      : t(`labels.move.${move}`);

  return (
    <div className={styles.moves} data-print="no">
      {open.map((way) => {
        const whyId = `why-${mine.id}-${way.move}`;
        return (
          <div key={way.move} className={styles.move}>
            <Button
              look={way.move === 'advance' ? 'primary' : 'plain'}
              disabled={way.refusal !== null}
              aria-describedby={way.refusal ? whyId : undefined}
              onClick={() => setChosen(way.move)}
            >
              {words(way)}
            </Button>
            {way.refusal && (
              <p id={whyId} className={styles.why}>
                {refusalText(way.refusal)}
              </p>
            )}
          </div>
        );
      })}
      {!short && closed.length > 0 && (
        <p className={styles.why}>
          {t('mines.gate.closed', { moves: closed.map(words).join(t('mines.separator')) })}
        </p>
      )}
      {!short && mine.moves.length === 0 && <p className={styles.why}>{t('mines.gate.readOnly')}</p>}
      <Suspense>
        {chosen && <MoveDialog mine={mine} move={chosen} onClose={() => setChosen(null)} />}
      </Suspense>
    </div>
  );
};
