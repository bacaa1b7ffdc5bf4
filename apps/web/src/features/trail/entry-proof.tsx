import { parseNote } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { Facts } from '../../ui/facts';
import { Mark } from '../../ui/mark';
import { Skeleton } from '../../ui/skeleton';
import { useProof } from './queries';
import styles from './seal.module.css';

const SEALED = { tone: 'malachite', shape: 'whole' } as const;
const WAITING = { tone: 'ochre', shape: 'half' } as const;

/** That one entry is sealed: its place, its hash, and the exact bytes that were hashed. */
export const EntryProof = ({ id }: { readonly id: number }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useProof(id);
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  const { proof, leaf, body } = data;
  const size = proof && parseNote(proof.note)?.size;
  return (
    <section className={styles.proof}>
      <h3>{t('trail.proof.title')}</h3>
      <p className={styles.said}>
        <Mark {...(proof ? SEALED : WAITING)} />
        {proof
          ? t('trail.proof.sealed', { size: formatCount(size ?? 0), place: formatCount(proof.index + 1) })
          : t('trail.proof.waiting')}
      </p>
      <Facts facts={[{ label: t('trail.proof.leaf'), value: <code>{leaf}</code> }]} />
      {proof && (
        <>
          <p className={styles.help}>{t('trail.proof.takeHelp')}</p>
          <a
            href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(data))}`}
            download={`entry-${id}.json`}
          >
            {t('trail.proof.take')}
          </a>
        </>
      )}
      <details>
        <summary>{t('trail.proof.bytes')}</summary>
        <code className={styles.bytes} data-content>
          {body}
        </code>
      </details>
    </section>
  );
};
