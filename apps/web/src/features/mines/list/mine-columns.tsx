import type { MineRow } from '@qingshan/contracts';
import { MINE_FIELDS, MINERALS, RESTORATION_APPROACHES } from '@qingshan/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCodeName } from '../../../shell/codes';
import { formatInstant } from '../../../shell/format';
import { useLanguage } from '../../../shell/i18n';
import { useRegions } from '../../../shell/regions';
import { StageTag } from '../../../shell/stage-tag';
import { Area } from '../../../shell/written';
import type { GridColumn } from '../../../ui/grid/column';
import { PausedTag } from '../steps/paused-tag';

/** Where the edit form starts for a cell of a column: areas are the patches'. */
export const editedBy = (columnId: string): string => {
  if (columnId === 'damagedSquareMetres' || columnId === 'restoredSquareMetres') return 'patches';
  return MINE_FIELDS.find((field) => field === columnId) ?? 'name';
};

/** Every column the ledger can show. The name stays first and leads to the file. */
export const useMineColumns = (fileTo: (id: number) => string): readonly GridColumn<MineRow>[] => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const code = useCodeName();
  const english = useLanguage() === 'en';
  return useMemo(() => {
    // English words are longer than Chinese ones.
    const wide = (chinese: number, other: number) => (english ? other : chinese);
    return [
      {
        id: 'name',
        header: t('labels.field.name'),
        width: 210,
        grow: 2,
        sortable: true,
        cell: (row) => (
          <>
            <Link tabIndex={-1} to={fileTo(row.id)}>
              {row.name}
            </Link>
            {row.paused && <PausedTag />}
          </>
        ),
      },
      {
        id: 'number',
        header: t('labels.field.number'),
        width: 130,
        sortable: true,
        cell: (row) => row.number,
      },
      {
        id: 'regionCode',
        header: t('labels.field.regionCode'),
        width: wide(126, 150),
        sortable: true,
        cell: (row) => nameOf(row.regionCode),
      },
      {
        id: 'town',
        header: t('labels.field.town'),
        width: 120,
        cell: (row) => row.town ?? t('format.none'),
      },
      {
        id: 'stage',
        header: t('mines.stage'),
        width: wide(118, 136),
        sortable: true,
        cell: (row) => <StageTag stage={row.stage} />,
      },
      {
        id: 'stageSince',
        header: t('mines.field.stageSince'),
        width: 112,
        sortable: true,
        cell: (row) => row.stageSince,
      },
      {
        id: 'damagedSquareMetres',
        header: t('mines.damaged'),
        unit: t('format.mu'),
        width: wide(136, 160),
        align: 'end',
        sortable: true,
        cell: (row) => <Area squareMetres={row.damagedSquareMetres} />,
      },
      {
        id: 'restoredSquareMetres',
        header: t('mines.restored'),
        unit: t('format.mu'),
        width: wide(136, 160),
        align: 'end',
        sortable: true,
        cell: (row) => <Area squareMetres={row.restoredSquareMetres} />,
      },
      {
        id: 'mineralCode',
        header: t('labels.field.mineralCode'),
        width: wide(124, 150),
        grow: 1,
        sortable: true,
        cell: (row) => code(MINERALS, row.mineralCode),
      },
      {
        id: 'closureYear',
        header: t('labels.field.closureYear'),
        width: wide(92, 104),
        align: 'end',
        sortable: true,
        cell: (row) => row.closureYear ?? t('format.none'),
      },
      {
        id: 'approach',
        header: t('labels.field.approach'),
        width: 120,
        cell: (row) => code(RESTORATION_APPROACHES, row.approach),
      },
      {
        id: 'updatedAt',
        header: t('mines.field.updatedAt'),
        width: 140,
        sortable: true,
        cell: (row) => formatInstant(row.updatedAt),
      },
    ];
  }, [t, nameOf, code, fileTo, english]);
};
