import type { TrailEntry } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../shell/format';
import type { GridColumn } from '../../ui/grid/column';
import type { EntryWords } from './entry-words';
import { Outcome, Who } from './outcome';

export const useTrailColumns = (words: EntryWords): readonly GridColumn<TrailEntry>[] => {
  const { t } = useTranslation();
  const none = t('format.none');
  return [
    {
      id: 'recordedAt',
      header: t('trail.column.when'),
      cell: ({ recordedAt }) => formatMoment(recordedAt),
      width: 165,
    },
    { id: 'person', header: t('trail.column.who'), cell: (entry) => <Who {...entry} />, width: 175 },
    { id: 'action', header: t('trail.column.what'), cell: words.action, width: 150 },
    { id: 'outcome', header: t('trail.column.outcome'), cell: (entry) => <Outcome {...entry} />, width: 95 },
    {
      id: 'subject',
      header: t('trail.column.subject'),
      cell: ({ subject }) => subject ?? none,
      width: 140,
    },
    {
      id: 'detail',
      header: t('trail.column.detail'),
      cell: (entry) => words.summary(entry) || none,
      width: 240,
      grow: 1,
    },
    { id: 'address', header: t('trail.column.address'), cell: ({ address }) => address ?? none, width: 115 },
  ];
};
