import type { DelegationView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import styles from './delegations.module.css';
import { useDelegations } from './queries';

/** In whose name one decides today, or who decides in one's own. */
export const DelegationNote = () => {
  const { t } = useTranslation();
  const { data } = useDelegations();
  const now = data?.delegations.filter(({ holds, side }) => holds && side !== 'none') ?? [];
  const words = ({ side, personName, delegateName, endsOn }: DelegationView) =>
    side === 'given'
      ? t('delegations.given', { name: delegateName, day: endsOn })
      : t('delegations.received', { name: personName, day: endsOn });
  if (now.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {now.map((one) => (
        <li key={one.id}>{words(one)}</li>
      ))}
    </ul>
  );
};
