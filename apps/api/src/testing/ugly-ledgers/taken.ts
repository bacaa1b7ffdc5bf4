import { judgeRow, proposeMapping, RegionTree, type JudgedRow } from '@qingshan/domain';
import { JIANGXI_REGIONS } from '@qingshan/fixtures';
import { filledCells } from '../../features/imports/filled-cells';
import { readTable } from '../../features/imports/reading/read-table';

const regions = new RegionTree(JIANGXI_REGIONS);

/** A ledger as an official of 赣县区 would see it: what its columns mean, what each row says, and every problem. */
export const taken = async (bytes: Buffer | Promise<Buffer>) => {
  const table = await readTable({ name: '台账', bytes: await bytes });
  const mapping = proposeMapping(
    table.columns,
    table.rows.map(({ cells }) => cells),
    table.units,
  );
  const context = { regions, today: '2026-11-24', ownCounty: '360704' };
  const isFilled = filledCells([...table.notes]);
  const rows = table.rows.map((row) => judgeRow(row, mapping, { ...context, isFilled }));
  return {
    table,
    rows,
    notes: table.notes.map(({ code }) => code),
    meanings: mapping.map(({ field, unit }) => [field, unit].filter(Boolean).join(' ')),
  };
};

export const said = ({ problems }: JudgedRow) => problems.map(({ code, found }) => `${code}: ${found}`);
export const areas = ({ patch }: JudgedRow) => [patch?.areaSquareMetres, patch?.restoredSquareMetres];
