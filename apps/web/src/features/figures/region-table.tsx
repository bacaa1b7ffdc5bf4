import { LISTED_STAGES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { STAGE_LOOK } from '../../shell/labels';
import { useRegions } from '../../shell/regions';
import { BarTable } from '../../ui/charts/bar-table';
import { Figure } from '../../ui/charts/figure';
import type { Counted, FiguresSort, Measure, SortColumn } from './figures-address';
import { MeasureLines, TallyCell } from './measure-cell';
import { restoredShare, sortRows, turnedSort, type RegionRow } from './region-rows';
import styles from './region-table.module.css';
import type { Sums, Tally } from './sums';
import { shareByArea, shareByCount, useFigureWriting } from './writing';

interface RegionTableProps {
  readonly whole: RegionRow;
  readonly parts: readonly RegionRow[];
  readonly by: Measure;
  readonly sort: FiguresSort;
  readonly onSort: (sort: FiguresSort) => void;
  readonly rowsOf: (region: string, counted: Counted) => string;
  readonly regionTo: (region: string) => string;
  /** A division was chosen: the page goes on from its top. */
  readonly onDrill: () => void;
}

const tallyIn = (sums: Sums, column: 'found' | (typeof LISTED_STAGES)[number]): Tally =>
  column === 'found' || column === 'restored' ? sums[column] : sums.stages[column];

/** Divisions next below, in any order; a name leads into the division, each number to its rows. */
export const RegionTable = ({
  whole,
  parts,
  by,
  sort,
  onSort,
  rowsOf,
  regionTo,
  onDrill,
}: RegionTableProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const title = useSpread(parts, by);
  const units = t(`figures.units.${by}`);
  const columns: { id: SortColumn; header: string; unit?: string }[] = [
    { id: 'region', header: t('figures.column.region') },
    { id: 'rate', header: t('figures.column.rate') },
    { id: 'found', header: t('figures.column.found'), unit: units },
    ...LISTED_STAGES.map((stage) => ({ id: stage, header: t(`labels.stage.${stage}`), unit: units })),
    { id: 'overdue', header: t('figures.column.overdue'), unit: units },
  ];
  const cellsOf = ({ code, sums, then, overdue }: RegionRow) => [
    <RateCell key="rate" by={by} sums={sums} then={then} />,
    ...(['found', ...LISTED_STAGES] as const).map((column) => (
      <TallyCell
        key={column}
        by={by}
        tally={tallyIn(sums, column)}
        then={then ? tallyIn(then, column) : undefined}
        to={rowsOf(code, column === 'found' ? {} : { stages: [column] })}
      />
    )),
    overdue ? (
      <TallyCell key="overdue" by={by} tally={overdue} to={rowsOf(code, { overdue: 'yes' })} />
    ) : (
      t('format.none')
    ),
  ];
  return (
    <Figure title={title} caption={t('figures.region.caption')}>
      <BarTable
        label={t('figures.region.name')}
        tone={STAGE_LOOK.restored.tone}
        columns={columns}
        rows={sortRows(parts, sort, by).map((row) => ({
          id: row.code,
          label: (
            <Link to={regionTo(row.code)} className={styles.name} onClick={onDrill}>
              {nameOf(row.code)}
            </Link>
          ),
          share: restoredShare(row.sums, by),
          cells: cellsOf(row),
        }))}
        total={{
          id: whole.code,
          label: t('figures.total'),
          share: restoredShare(whole.sums, by),
          cells: cellsOf(whole),
        }}
        sort={{
          column: sort.replace('-', ''),
          direction: sort.startsWith('-') ? 'descending' : 'ascending',
        }}
        onSort={(column) => {
          const pressed = columns.find(({ id }) => id === column);
          if (pressed) onSort(turnedSort(sort, pressed.id));
        }}
      />
    </Figure>
  );
};

const RateCell = ({
  by,
  sums,
  then,
}: {
  readonly by: Measure;
  readonly sums: Sums;
  readonly then: Sums | null;
}) => {
  const { shareText, shareDelta } = useFigureWriting();
  const line = (share: typeof shareByCount) => ({
    text: shareText(share(sums)),
    change: then ? shareDelta(share(sums), share(then)) : undefined,
  });
  return <MeasureLines by={by} lines={{ count: line(shareByCount), area: line(shareByArea) }} />;
};

/** The finding of the table: who is furthest ahead, and who furthest behind. */
const useSpread = (parts: readonly RegionRow[], by: Measure): string => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const { shareText } = useFigureWriting();
  const ranked = sortRows(
    parts.filter(({ sums }) => sums.found.mines > 0),
    '-rate',
    by,
  );
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last || restoredShare(first.sums, by) === restoredShare(last.sums, by))
    return t('figures.region.name');
  const shareOf = by === 'count' ? shareByCount : shareByArea;
  return t('figures.region.spread', {
    first: nameOf(first.code),
    firstShare: shareText(shareOf(first.sums)),
    last: nameOf(last.code),
    lastShare: shareText(shareOf(last.sums)),
  });
};
