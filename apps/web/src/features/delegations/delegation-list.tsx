import type { DelegationView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../shell/problem';
import { useSession } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/mark';
import { toast } from '../../ui/toasts';
import styles from './delegations.module.css';
import { useRevokeDelegation } from './queries';

interface DelegationListProps {
  readonly delegations: readonly DelegationView[];
}

/** What is, will be and was handed on within reach; one's own can be taken or handed back. */
export const DelegationList = ({ delegations }: DelegationListProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const sentence = useSentence();
  const revoke = useRevokeDelegation();
  const stateOf = ({ holds, revokedAt, startsOn }: DelegationView) => {
    if (revokedAt) return { tone: 'stone', words: t('delegations.state.revoked') } as const;
    if (holds) return { tone: 'malachite', words: t('delegations.state.holds') } as const;
    return startsOn > today
      ? ({ tone: 'azurite', words: t('delegations.state.later') } as const)
      : ({ tone: 'stone', words: t('delegations.state.over') } as const);
  };
  if (delegations.length === 0) return <p className={styles.quiet}>{t('delegations.none')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {delegations.map((one) => {
          const { tone, words } = stateOf(one);
          const pair = t('delegations.pair', { from: one.personName, to: one.delegateName });
          const isOpen = one.revokedAt === null && one.endsOn >= today;
          const act = one.side === 'given' ? t('delegations.revoke') : t('delegations.handBack');
          return (
            <li key={one.id}>
              <div>
                <strong>{pair}</strong> <Tag tone={tone}>{words}</Tag>
                <p className={styles.quiet}>
                  {t('delegations.period', { from: one.startsOn, to: one.endsOn })} · {one.reason}
                </p>
              </div>
              {isOpen && one.side !== 'none' && (
                <Button
                  size="small"
                  disabled={revoke.isPending}
                  aria-label={t('delegations.actOn', { act, pair })}
                  onClick={() => revoke.mutate(one, { onSuccess: () => toast(t('delegations.revoked')) })}
                >
                  {act}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {revoke.error && (
        <p role="alert" className={styles.error}>
          {sentence(asProblem(revoke.error))}
        </p>
      )}
    </>
  );
};
