import { callUrl, trailRoutes, type SealView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { DownloadLink } from '../../ui/button';
import { formatCount } from '../../shell/format';
import type { TrailQuery } from './queries';

interface ExcerptLinkProps {
  readonly query: TrailQuery;
  readonly total: number;
  readonly checkpoint: SealView['checkpoint'];
}

/** Takes what was looked for away with its proofs, once there is a signature that they can lead to. */
export const ExcerptLink = ({ query, total, checkpoint }: ExcerptLinkProps) => {
  const { t } = useTranslation();
  if (total === 0 || !checkpoint) return null;
  const { page: _page, pageSize: _pageSize, ...filter } = query;
  return (
    <DownloadLink href={callUrl(trailRoutes.excerpt, { query: filter })} title={t('trail.excerpt.help')}>
      {t('trail.excerpt.take', { count: total, shown: formatCount(total) })}
    </DownloadLink>
  );
};
