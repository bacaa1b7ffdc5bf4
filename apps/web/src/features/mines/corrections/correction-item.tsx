import type { CorrectionView } from '@qingshan/contracts';
import type { CorrectionDecision } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Backdated } from '../../../shell/backdated';
import { Changes } from '../../../shell/changes';
import { formatMoment } from '../../../shell/format';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { Tag, type Tone } from '../../../ui/mark';
import { toast } from '../../../ui/toasts';
import { useFieldLabel, useFieldText } from '../field-text';
import styles from './corrections.module.css';
import { useDecideCorrection } from './queries';
import { RefuseDialog } from './refuse-dialog';

const TONES = {
  pending: 'ochre',
  confirmed: 'malachite',
  refused: 'cinnabar',
  withdrawn: 'stone',
} as const satisfies Record<CorrectionView['state'], Tone>;

interface CorrectionItemProps {
  readonly correction: CorrectionView;
  /** Where its mine is not the page already, the way there. */
  readonly mineTo?: string;
}

/** What was, what is to be, why and since when; and for a second person the two answers. */
export const CorrectionItem = ({ correction, mineTo }: CorrectionItemProps) => {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const text = useFieldText();
  const sentence = useSentence();
  const decide = useDecideCorrection();
  const [refusing, setRefusing] = useState(false);
  const { name, patchNumber, state, may } = correction;
  const allowed = (wanted: CorrectionDecision) =>
    may.some(({ decision, refusal }) => decision === wanted && refusal === null);
  const answer = (decision: CorrectionDecision) =>
    decide.mutate(
      { correction, decision, remark: '' },
      { onSuccess: () => toast(t(`mines.corrections.done.${decision}`, { name })) },
    );
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <Tag tone={TONES[state]}>{t(`mines.corrections.state.${state}`)}</Tag>
        {mineTo !== undefined && (
          <Link to={mineTo} data-content>
            {name}
          </Link>
        )}
        <span>{t('mines.history.effective', { day: correction.effectiveOn })}</span>
        <Backdated effectiveOn={correction.effectiveOn} recordedAt={correction.proposedAt} />
      </p>
      <Changes
        changes={correction.changes.map(({ field, before, after }) => ({
          key: field,
          label: [patchNumber, label(field, patchNumber === null ? 'mine' : 'patch')]
            .filter(Boolean)
            .join(' · '),
          before: text(field, before),
          after: text(field, after),
        }))}
      />
      <p className={styles.reason} data-content>
        {t('mines.corrections.reason', { reason: correction.reason })}
      </p>
      <p className={styles.who}>
        {t('mines.corrections.proposedBy', {
          name: correction.proposedBy,
          when: formatMoment(correction.proposedAt),
        })}
        {correction.decidedBy !== null &&
          correction.decidedAt !== null &&
          ` · ${t('mines.corrections.decidedBy', {
            name: correction.decidedBy,
            when: formatMoment(correction.decidedAt),
          })}`}
      </p>
      {correction.remark && (
        <p className={styles.reason} data-content>
          {correction.remark}
        </p>
      )}
      {state === 'pending' && (
        <div className={styles.acts} data-print="no">
          {allowed('confirm') && (
            <Button look="primary" busy={decide.isPending} onClick={() => answer('confirm')}>
              {t('mines.corrections.confirm')}
            </Button>
          )}
          {allowed('refuse') && (
            <Button onClick={() => setRefusing(true)}>{t('mines.corrections.refuse')}</Button>
          )}
          {allowed('withdraw') && (
            <Button busy={decide.isPending} onClick={() => answer('withdraw')}>
              {t('mines.corrections.withdraw')}
            </Button>
          )}
          {!allowed('confirm') && <p className={styles.who}>{t('mines.corrections.waits')}</p>}
        </div>
      )}
      {decide.error && <p role="alert">{sentence(asProblem(decide.error))}</p>}
      {refusing && <RefuseDialog correction={correction} onClose={() => setRefusing(false)} />}
    </li>
  );
};
