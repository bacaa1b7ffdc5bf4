import type { FiguresView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { AsOfBar } from '../features/figures/as-of-bar';
import { figuresAddress, readAddress, type FiguresAddress } from '../features/figures/figures-address';
import { FiguresBoard, PendingBoard } from '../features/figures/figures-board';
import { useComparedFigures, useFigures, useOverdue } from '../features/figures/queries';
import { useReach } from '../features/mines/reach';
import { addressNow } from '../shell/address';
import { PastNotice } from '../shell/past-notice';
import { ProblemState } from '../shell/problem-state';
import { useSession } from '../shell/session-context';
import { Page } from '../ui/page';

/** The province at a glance as of any day, beside another if wanted; every number leads to the rows behind it. */
export const FiguresPage = () => {
  const { t } = useTranslation();
  const { today, person } = useSession();
  const { own, nameOf, pathWithin } = useReach();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const standing = { region: person.regionCode, today };
  const shown = readAddress(address, standing);
  const { region, asOf, knownAt, compare } = shown;
  const { data, error, refetch, isPlaceholderData } = useFigures(shown, region);
  const compared = useComparedFigures(compare, knownAt, region);
  const overdue = useOverdue(shown, region);
  const change = (next: Partial<FiguresAddress>) =>
    void navigate(figuresAddress({ ...readAddress(addressNow(), standing), ...next }, standing));
  const above = region === own ? [] : [own, ...pathWithin(region).slice(0, -1)];
  // While one of several answers is on its way they may be of different divisions or days: only like stands beside like.
  const isOfSame = (other: FiguresView | undefined) => other?.whole.regionCode === data?.whole.regionCode;
  const then = compare !== null && isOfSame(compared.data) && compared.data;
  const late = isOfSame(overdue.data) && overdue.data?.asOf === data?.asOf && overdue.data;
  const failed = (!data && error) || compared.error || overdue.error;
  const retry = () => {
    if (!data) void refetch();
    if (compared.error) void compared.refetch();
    if (overdue.error) void overdue.refetch();
  };
  return (
    <Page
      title={t('figures.title', { region: nameOf(region) })}
      crumbs={above.map((code) => ({
        label: nameOf(code),
        to: figuresAddress({ ...shown, region: code }, standing),
      }))}
    >
      <AsOfBar shown={shown} today={today} onChange={change} />
      {knownAt !== null && (
        <PastNotice view={{ asOf, knownAt }} onNow={() => change({ asOf: today, knownAt: null })} />
      )}
      {failed && <ProblemState error={failed} onRetry={retry} />}
      {!data && !error && <PendingBoard />}
      {data && (
        <FiguresBoard
          shown={shown}
          standing={standing}
          figures={data}
          compared={then || null}
          overdue={late || null}
          refreshing={isPlaceholderData || compared.isPlaceholderData || overdue.isPlaceholderData}
          onChange={change}
        />
      )}
    </Page>
  );
};
