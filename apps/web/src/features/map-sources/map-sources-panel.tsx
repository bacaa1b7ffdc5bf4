import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatInstant } from '../../shell/format';
import { useMapSources } from '../../shell/map-sources';
import { ProblemState } from '../../shell/problem-state';
import { Button } from '../../ui/button';
import { Facts, type Fact } from '../../ui/facts';
import { Panel } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { BasemapDialog } from './basemap-dialog';
import { BoundariesDialog } from './boundaries-dialog';
import { EndSourceDialog } from './end-source-dialog';
import styles from './map-sources.module.css';

type Kind = 'boundaries' | 'basemap';
interface Asked {
  readonly kind: Kind;
  readonly what: 'set' | 'end';
}

/** What lies under the points of the map, loaded by the administrator and by nobody else. */
export const MapSourcesPanel = () => {
  const { t } = useTranslation();
  const { data, error, refetch } = useMapSources();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const { boundaries, basemap } = data;
  const reviewOf = (source: NonNullable<typeof boundaries | typeof basemap>): Fact[] => [
    { label: t('system.map.reviewNumber'), value: source.reviewNumber },
    { label: t('system.map.reviewedOn'), value: source.reviewedOn },
    {
      label: t('system.map.setBy'),
      value: t('system.map.by', { person: source.personName, when: formatInstant(source.setAt) }),
    },
  ];
  const facts: Record<Kind, Fact[] | null> = {
    boundaries: boundaries && [
      { label: t('system.map.file'), value: boundaries.fileName },
      {
        label: t('system.map.areas'),
        value: t('system.map.areasOf', {
          areas: formatCount(boundaries.areas),
          points: formatCount(boundaries.points),
          leftOut: formatCount(boundaries.leftOut),
        }),
      },
      { label: 'SHA-256', value: <code className={styles.hash}>{boundaries.sha256}</code> },
      ...reviewOf(boundaries),
    ],
    basemap: basemap && [
      { label: t('system.map.url'), value: <code className={styles.hash}>{basemap.url}</code> },
      { label: t('system.map.layer'), value: `${basemap.layer} / ${basemap.matrixSet}` },
      ...reviewOf(basemap),
    ],
  };
  return (
    <div className={styles.panels}>
      {(['boundaries', 'basemap'] as const).map((kind) => (
        <Panel
          key={kind}
          title={t(`system.map.${kind}.title`)}
          actions={
            <>
              <Button icon="upload" onClick={() => setAsked({ kind, what: 'set' })}>
                {t(facts[kind] ? 'system.map.replace' : `system.map.${kind}.set`)}
              </Button>
              {facts[kind] && (
                <Button onClick={() => setAsked({ kind, what: 'end' })}>{t('system.map.end')}</Button>
              )}
            </>
          }
        >
          <p className={styles.help}>{t(`system.map.${kind}.help`)}</p>
          {facts[kind] ? <Facts facts={facts[kind]} /> : <p>{t(`system.map.${kind}.none`)}</p>}
        </Panel>
      ))}
      {asked?.what === 'set' && asked.kind === 'boundaries' && <BoundariesDialog onClose={close} />}
      {asked?.what === 'set' && asked.kind === 'basemap' && (
        <BasemapDialog basemap={basemap} onClose={close} />
      )}
      {asked?.what === 'end' && (
        <EndSourceDialog kind={asked.kind} version={data[asked.kind]?.version ?? 0} onClose={close} />
      )}
    </div>
  );
};
