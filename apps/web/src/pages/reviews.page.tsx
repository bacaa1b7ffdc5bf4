import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { reviewRoutes } from '@qingshan/contracts';
import { WaitingCorrections } from '../features/mines/corrections/waiting-corrections';
import { DelegationDialog } from '../features/delegations/delegation-dialog';
import { DelegationNote } from '../features/delegations/delegation-note';
import { RegionChooser } from '../features/mines/lazy-choosers';
import { useReach } from '../features/mines/reach';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { OverdueHere } from '../features/figures/overdue-here';
import { ReviewBoard } from '../features/reviews/review-board';
import type { SubmissionsQuery } from '../features/reviews/queries';
import { Escalations } from '../features/today/escalations';
import { useMay } from '../shell/session-context';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { useMedia, WITH_POINTER } from '../ui/use-media';

const DEFAULT: SubmissionsQuery = { show: 'mine', page: 1, pageSize: 50 };

/** What stands in the address, as far as it means something. */
const readQuery = (address: URLSearchParams): SubmissionsQuery => {
  const { open: _, ...given } = Object.fromEntries(address);
  const read = reviewRoutes.list.query.safeParse({ ...DEFAULT, ...given });
  return read.success ? read.data : DEFAULT;
};

/** Submissions that wait: the queue, what is new, the evidence beside the claim, and one key to decide. */
export const ReviewsPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const may = useMay();
  const [delegating, setDelegating] = useState(false);
  const decides = may('review.decide');
  // A phone has no keys to press.
  const hasKeys = useMedia(WITH_POINTER);
  const label = useFieldLabel();
  const text = useFieldText();
  const reach = useReach();
  const query = readQuery(address);
  const open = Number(address.get('open'));
  const addressOf = (change: Partial<SubmissionsQuery>, openId: number | null): string => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, ...change }))
      if (value !== undefined && value !== DEFAULT[name as keyof SubmissionsQuery])
        next.set(name, String(value));
    if (openId !== null) next.set('open', String(openId));
    const words = next.toString();
    return `/reviews${words ? `?${words}` : ''}`;
  };
  return (
    <Page
      title={t('reviews.title')}
      summary={t(decides && hasKeys ? 'reviews.keys' : 'reviews.help')}
      actions={decides && <Button onClick={() => setDelegating(true)}>{t('delegations.open')}</Button>}
    >
      {decides && <DelegationNote />}
      {decides && <OverdueHere />}
      {decides && <Escalations />}
      <WaitingCorrections />
      <ReviewBoard
        query={query}
        openId={Number.isInteger(open) && open > 0 ? open : null}
        words={{ label, text }}
        addressOf={addressOf}
        go={(to) => void navigate(to)}
        chooser={
          reach.options.length > 0 && (
            <Suspense fallback={<Skeleton lines={1} />}>
              <RegionChooser
                label={t('mines.filter.region')}
                placeholder={t('mines.filter.anyRegion')}
                value={query.region}
                onChange={(region) => void navigate(addressOf({ region, page: 1 }, null))}
              />
            </Suspense>
          )
        }
      />
      {delegating && <DelegationDialog onClose={() => setDelegating(false)} />}
    </Page>
  );
};
