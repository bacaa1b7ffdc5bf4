import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../shell/problem-state';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { DelegationForm } from './delegation-form';
import { DelegationList } from './delegation-list';
import styles from './delegations.module.css';
import { useDelegations } from './queries';

/** Who stands in for whom, and handing one's own reviewing on. */
export const DelegationDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useDelegations();
  return (
    <Dialog open look="side" title={t('delegations.title')} onClose={onClose}>
      <div className={styles.dialog}>
        <p className={styles.quiet}>{t('delegations.help')}</p>
        {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && <DelegationList delegations={data.delegations} />}
        {data && (
          <section>
            <h3>{t('delegations.new')}</h3>
            {data.candidates.length === 0 ? (
              <p>{t('delegations.nobody')}</p>
            ) : (
              <DelegationForm candidates={data.candidates} />
            )}
          </section>
        )}
      </div>
    </Dialog>
  );
};
