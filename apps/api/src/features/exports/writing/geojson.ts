import { EXPORT_COLUMNS } from '../export-columns';
import { chunk, type Cells, type FileWriter, type Plan } from './file-writer';
import { placeOf } from './place-of';

const PART = 'features';

/** Decimals are written digit by digit as the ledger holds them: no float comes between. */
const feature = ({ language }: Plan, cells: Cells): string => {
  const place = placeOf(cells);
  const geometry = place ? `{"type":"Point","coordinates":[${place.join(',')}]}` : 'null';
  const properties = EXPORT_COLUMNS.map((column, index) => {
    const value = cells[index] ?? null;
    const isNumber = column.kind !== 'text' && column.kind !== 'day';
    return `${JSON.stringify(column[language])}:${isNumber ? value : JSON.stringify(value)}`;
  });
  return `{"type":"Feature","geometry":${geometry},"properties":{${properties.join(',')}}}`;
};

/** RFC 7946: a mine without a place is a feature without geometry, and the notes are a member of the collection. */
export const geojsonWriter: FileWriter = {
  parts: () => [PART],
  begin: (plan) => [
    chunk(
      PART,
      `{"type":"FeatureCollection","name":${JSON.stringify(plan.title)},\n"notes":${JSON.stringify(Object.fromEntries(plan.notes))},\n"features":[`,
    ),
  ],
  rows: (plan, rows, first) => [
    chunk(
      PART,
      rows.map((cells, index) => `${first + index === 0 ? '\n' : ',\n'}${feature(plan, cells)}`).join(''),
    ),
  ],
  end: () => [chunk(PART, '\n]}\n')],
};
