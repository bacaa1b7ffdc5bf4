import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { LateEntries } from '../features/lookback/late-entries';
import { LatePanel } from '../features/lookback/late-panel';
import { LearnedPanel } from '../features/lookback/learned-panel';
import { lookbackAddress, readLookback, type LookbackAddress } from '../features/lookback/lookback-address';
import styles from '../features/lookback/lookback.module.css';
import { RegionChooser } from '../features/mines/lazy-choosers';
import { useReach } from '../features/mines/reach';
import { addressNow } from '../shell/address';
import { useSession } from '../shell/session-context';
import { endOfLastMonth } from '../ui/form/day';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

/** What an auditor asks of the past: why figures of a day changed, and what was told late. The address holds the questions. */
export const LookbackPage = () => {
  const { t } = useTranslation();
  const { today, person } = useSession();
  const reach = useReach();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const shown = readLookback(address);
  const change = (next: Partial<LookbackAddress>) =>
    void navigate(lookbackAddress({ ...readLookback(addressNow()), ...next }));
  const region = shown.region ?? person.regionCode;
  const asOf = shown.asOf ?? endOfLastMonth(today);
  const to = shown.to ?? today;
  const time = { from: shown.from ?? `${to.slice(0, 4)}-01-01`, to, days: shown.days };
  return (
    <Page title={t('lookback.title')} summary={t('lookback.help')}>
      {reach.options.length > 0 && (
        <div className={styles.chooser} data-print="no">
          <Suspense fallback={<Skeleton lines={1} />}>
            <RegionChooser
              label={t('mines.filter.region')}
              placeholder={t('mines.filter.anyRegion')}
              value={shown.region}
              onChange={(code) => change({ region: code, of: undefined, page: 1, latePage: 1 })}
            />
          </Suspense>
        </div>
      )}
      <LearnedPanel
        asOf={asOf}
        knownAt={shown.knownAt ?? asOf}
        region={region}
        page={shown.page}
        today={today}
        onChange={change}
      />
      <LatePanel
        {...time}
        region={region}
        today={today}
        onChange={(next) => change({ ...next, latePage: 1 })}
        entriesTo={(of) => lookbackAddress({ ...shown, of, latePage: 1 })}
      />
      {shown.of !== undefined && (
        <LateEntries
          {...time}
          region={shown.of}
          page={shown.latePage}
          onPage={(latePage) => change({ latePage })}
        />
      )}
    </Page>
  );
};
