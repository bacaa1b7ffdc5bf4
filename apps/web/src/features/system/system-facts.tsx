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
