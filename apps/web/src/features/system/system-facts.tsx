import type { SystemView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount, formatInstant } from '../../shell/format';
import { Facts } from '../../ui/facts';
import { Panel } from '../../ui/page';
import styles from './system.module.css';

/** What runs, on what, since when, and how much it keeps. */
export const SystemFacts = ({ system }: { readonly system: SystemView }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.panels}>
      <Panel title={t('system.running')}>
        <Facts
          facts={[
            { label: t('system.version'), value: system.version },
            { label: t('system.startedAt'), value: formatInstant(system.startedAt) },
            { label: t('system.database'), value: t('system.postgres', { version: system.database }) },
            { label: t('system.clock'), value: <ClockLead seconds={system.clockAheadSeconds} /> },
            { label: t('system.size'), value: formatBytes(system.databaseBytes) },
            { label: t('system.migrations'), value: <Migrations names={system.migrations} /> },
          ]}
        />
      </Panel>
      <Panel title={t('system.kept')}>
        <Facts
          facts={[
            { label: t('system.mines'), value: formatCount(system.mines) },
            { label: t('system.regions'), value: formatCount(system.regions) },
            { label: t('system.people'), value: formatCount(system.people) },
          ]}
        />
      </Panel>
    </div>
  );
};

/** Entries of the trail bear the database's time; due days and sessions go by this process's clock (assurance.md F12). */
const SKEW_ALARM_SECONDS = 60;

const ClockLead = ({ seconds }: { readonly seconds: number }) => {
  const { t } = useTranslation();
  const apart = Math.abs(seconds);
  if (apart < SKEW_ALARM_SECONDS) return <>{t('system.clockAgrees')}</>;
  return (
    <strong role="alert" className={styles.alarm}>
      {t(seconds > 0 ? 'system.clockAhead' : 'system.clockBehind', { value: formatCount(apart) })}
    </strong>
  );
};

const Migrations = ({ names }: { readonly names: readonly string[] }) => {
  const { t } = useTranslation();
  return (
    <details className={styles.migrations}>
      <summary>{t('system.migrationCount', { count: names.length })}</summary>
      <ol>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ol>
    </details>
  );
};
