import { isCalendarDay } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFigures } from '../features/figures/queries';
import { RegionTable } from '../features/figures/region-table';
import { RestoredTrend } from '../features/figures/restored-trend';
import { sumsOf } from '../features/figures/sums';
import { formatCount, formatRate } from '../shell/format';
import { STAGE_LOOK } from '../shell/labels';
import { ProblemState } from '../shell/problem-state';
import { useRegions } from '../shell/regions';
import { useSession } from '../shell/session-context';
import { useWriting } from '../shell/written';
import { Figure, PlainTable } from '../ui/charts/figure';
import { FunnelBars } from '../ui/charts/funnel-bars';
import { DayInput } from '../ui/form/day-input';
import { Page, Panel } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { Stat, Stats } from '../ui/stat';

/** Years of the trend before the day looked at: from the first discoveries of the demo province on. */
const TREND_YEARS = 8;

/** The province at a glance as of any day; every number leads to the rows behind it. */
export const FiguresPage = () => {
  const { t } = useTranslation();
  const { today, person } = useSession();
  const { nameOf, regions } = useRegions();
  const { mines, headlineArea } = useWriting();
  const [address, setAddress] = useSearchParams();
  const given = address.get('asOf') ?? '';
  const asOf = isCalendarDay(given) && given <= today ? given : today;
  const region = address.get('region') ?? person.regionCode;
  const { data, error, refetch } = useFigures(asOf, region);
  const pastDay: Record<string, string> = asOf === today ? {} : { asOf };
  const rowsOf = (code: string, stage?: string) =>
    `/mines?${new URLSearchParams({ region: code, ...(stage ? { stage } : {}), ...pastDay }).toString()}`;
  const regionTo = (code: string) =>
    `/figures?${new URLSearchParams({ region: code, ...pastDay }).toString()}`;
  const parent = regions.find((one) => one.code === region)?.parentCode;
  const crumbs =
    region !== person.regionCode && parent ? [{ label: nameOf(parent), to: regionTo(parent) }] : [];
  const presets = [
    { label: t('figures.today'), day: today },
    { label: t('figures.end2022'), day: '2022-12-31' },
  ];
  const sums = data && sumsOf(data.whole.stages);
  const stages = data?.whole.stages ?? [];
  const largest = Math.max(1, ...stages.map((stage) => stage.mines));
  return (
    <Page
      title={t('figures.title', { region: nameOf(region) })}
      crumbs={crumbs}
      summary={
        sums &&
        t('figures.answer', {
          day: data.asOf,
          restored: formatCount(sums.restored),
          byCount: formatRate(sums.restored, sums.found) ?? t('format.none'),
          byArea: formatRate(sums.restoredSquareMetres, sums.foundSquareMetres) ?? t('format.none'),
        })
      }
      actions={
        <DayInput
          aria-label={t('figures.asOf')}
          value={asOf}
          max={today}
          shortcuts={presets}
          onChange={(day) => day && setAddress({ region, ...(day === today ? {} : { asOf: day }) })}
        />
      }
    >
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && sums && (
        <>
          <Stats>
            <Stat
              label={t('figures.found')}
              count={mines(sums.found)}
              area={headlineArea(sums.foundSquareMetres)}
              to={rowsOf(region)}
            />
            <Stat
              label={t('figures.restored')}
              count={mines(sums.restored)}
              area={headlineArea(sums.restoredSquareMetres)}
              note={t('figures.rates', {
                byCount: formatRate(sums.restored, sums.found) ?? t('format.none'),
                byArea: formatRate(sums.restoredSquareMetres, sums.foundSquareMetres) ?? t('format.none'),
              })}
              to={rowsOf(region, 'restored')}
            />
          </Stats>
          <Figure
            title={t('figures.funnel')}
            caption={t('figures.caption', { day: data.asOf })}
            table={
              <PlainTable
                label={t('figures.funnel')}
                head={[t('figures.stage'), t('figures.mines'), t('figures.area')]}
                rows={stages.map((stage) => {
                  const area = headlineArea(stage.damagedSquareMetres);
                  return [
                    t(`labels.stage.${stage.stage}`),
                    formatCount(stage.mines),
                    `${area.value} ${area.unit}`,
                  ];
                })}
              />
            }
          >
            <FunnelBars
              label={t('figures.funnel')}
              bars={stages.map((stage) => {
                const area = headlineArea(stage.damagedSquareMetres);
                const count = mines(stage.mines);
                return {
                  id: stage.stage,
                  label: t(`labels.stage.${stage.stage}`),
                  tone: STAGE_LOOK[stage.stage].tone,
                  size: stage.mines / largest,
                  text: `${count.value} ${count.unit}`,
                  detail: `${area.value} ${area.unit}`,
                  to: rowsOf(region, stage.stage),
                };
              })}
            />
          </Figure>
          {data.parts.length > 0 && (
            <Panel title={t('figures.byRegion')}>
              <RegionTable figures={data} rowsOf={rowsOf} regionTo={regionTo} />
              <p>{t('figures.rounding')}</p>
            </Panel>
          )}
          <RestoredTrend from={`${Number(asOf.slice(0, 4)) - TREND_YEARS}-01-01`} to={asOf} region={region} />
        </>
      )}
    </Page>
  );
};
