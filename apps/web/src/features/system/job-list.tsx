import type { SystemView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../shell/format';
import { Tag, type MarkShape, type Tone } from '../../ui/mark';
import { ProgressBar } from '../../ui/progress-bar';
import styles from './system.module.css';

type Job = SystemView['jobs'][number];

const LOOKS = {
  running: { tone: 'teal', shape: 'most' },
  done: { tone: 'malachite', shape: 'whole' },
  cancelled: { tone: 'stone', shape: 'barred' },
  failed: { tone: 'cinnabar', shape: 'diamond' },
} as const satisfies Record<Job['state'], { tone: Tone; shape: MarkShape }>;

/** Long work, newest first: what it is, how far, and what it died of. */
export const JobList = ({ jobs }: { readonly jobs: readonly Job[] }) => (
  <ol className={styles.jobs}>
    {jobs.map((job) => (
      <JobItem key={job.id} job={job} />
    ))}
  </ol>
);

const JobItem = ({ job }: { readonly job: Job }) => {
  const { t, i18n } = useTranslation();
  const { id, kind, state, done, total } = job;
  const known = `system.kind.${kind}`;
  const name = t('system.job', { kind: i18n.exists(known) ? t(known as 'system.kind.import') : kind, id });
  return (
    <li className={styles.job}>
      <p className={styles.what}>
        <strong>{name}</strong> <Tag {...LOOKS[state]}>{t(`system.state.${state}`)}</Tag>
      </p>
      <p className={styles.when}>
        {t('system.done', { done: formatCount(done), total: formatCount(total) })} ·{' '}
        {t('system.from', { from: formatMoment(job.createdAt), to: formatMoment(job.updatedAt) })}
      </p>
      {state === 'running' && <ProgressBar label={name} done={total === 0 ? null : done / total} />}
      {job.error && (
        <p className={styles.error}>
          {t('system.error')} <code>{job.error}</code>
        </p>
      )}
    </li>
  );
};
