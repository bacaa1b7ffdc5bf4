import { REGION_CODE, type ReviewedStage } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { RegionSteps } from '../features/people/region-steps';
import { OwnRoutes } from '../features/review-routes/own-routes';
import { useReviewRoutes } from '../features/review-routes/queries';
import { RouteDialog } from '../features/review-routes/route-dialog';
import { RoutesList } from '../features/review-routes/routes-list';
import { ProblemState } from '../shell/problem-state';
import { useRegions } from '../shell/regions';
import { useSession } from '../shell/session-context';
import { Page, Panel } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

const addressOf = (regionCode: string) => `/review-routes?region=${regionCode}`;

/** Whose hands each stage goes through, division by division. The address says which division. */
export const ReviewRoutesPage = () => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { person } = useSession();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [stage, setStage] = useState<ReviewedStage | null>(null);
  const asked = address.get('region') ?? '';
  const regionCode = REGION_CODE.test(asked) ? asked : person.regionCode;
  const { data, error, refetch } = useReviewRoutes(regionCode);
  const changing = data?.routes.find((one) => one.stage === stage);
  return (
    <Page title={t('routes.title')} summary={t('routes.help')} layout="reading">
      <RegionSteps
        label={t('routes.division')}
        blank={t('ui.choose')}
        value={regionCode}
        onChange={(code) => void navigate(addressOf(code === '' ? person.regionCode : code))}
      />
      {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <>
          <Panel title={t('routes.stages', { region: nameOf(regionCode) })}>
            <RoutesList shown={data} onChange={(route) => setStage(route.stage)} />
          </Panel>
          <Panel title={t('routes.elsewhere')}>
            <OwnRoutes own={data.own} addressOf={addressOf} />
          </Panel>
        </>
      )}
      {changing && (
        <RouteDialog
          key={changing.stage}
          regionCode={regionCode}
          route={changing}
          onClose={() => setStage(null)}
        />
      )}
    </Page>
  );
};
