import type { TrailFinding } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../shell/format';

/** What is wrong with the trail, in a sentence. People count from one. */
export const useFindingText = () => {
  const { t } = useTranslation();
  return (finding: TrailFinding): string => {
    switch (finding.kind) {
      case 'changed':
      case 'removed':
      case 'inserted':
        return t(`trail.seal.finding.${finding.kind}`, { id: finding.id });
      case 'columns':
        return t('trail.seal.finding.columns', {
          id: finding.id,
          fields: finding.fields.join(t('trail.comma')),
        });
      case 'late':
        return t('trail.seal.finding.late', { id: finding.id, at: formatMoment(finding.at) });
      case 'cut':
        return t('trail.seal.finding.cut', { from: formatCount(finding.from), to: formatCount(finding.to) });
      case 'missing':
      case 'rewritten':
        return t(`trail.seal.finding.${finding.kind}`, {
          from: formatCount(finding.from + 1),
          to: formatCount(finding.to),
        });
      case 'handover':
        return t('trail.seal.finding.handover', {
          size: formatCount(finding.size),
          why: t(`trail.seal.badHandover.${finding.why}`),
        });
      case 'break':
        return t('trail.seal.finding.break', {
          size: formatCount(finding.size),
          from: finding.from,
          to: finding.to,
        });
      case 'note':
        return t('trail.seal.finding.note', {
          size: formatCount(finding.size),
          why: t(`trail.seal.why.${finding.why}`),
        });
    }
  };
};
