import { STAGES } from '@qingshan/domain';
import { columnAt, EXPORT_COLUMNS, STAGE_NAMES } from '../export-columns';
import { chunk, type Cells, type FileWriter, type Plan } from './file-writer';
import { placeOf } from './place-of';
import { xmlText } from './xml';

const NAME = columnAt('NAME');
/** Behind the columns stands the stage's code. */
const STAGE = EXPORT_COLUMNS.length;

const placemark = ({ language }: Plan, cells: Cells): string => {
  const place = placeOf(cells);
  const data = EXPORT_COLUMNS.flatMap((column, index) => {
    const value = cells[index];
    return value === null || value === undefined
      ? []
      : [
          `<Data name="${column.field}"><displayName>${xmlText(column[language])}</displayName><value>${xmlText(value)}</value></Data>`,
        ];
  });
  const point = place ? `<Point><coordinates>${place.join(',')}</coordinates></Point>` : '';
  return `<Placemark><name>${xmlText(cells[NAME] ?? '')}</name><ExtendedData>${data.join('')}</ExtendedData>${point}</Placemark>\n`;
};

const folderHead = ({ language, stages }: Plan, stage: (typeof STAGE_NAMES)[number]): string =>
  stages[stage.code] ? `<Folder><name>${stage[language]}</name>\n` : '';

/** A folder for each stage; a mine without a place is a placemark without a point. */
export const kmlWriter: FileWriter = {
  parts: () => ['head', ...STAGES, 'tail'],
  begin: (plan) => [
    chunk(
      'head',
      `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xmlText(plan.title)}</name><description>${xmlText(plan.notes.map(([label, value]) => `${label}: ${value}`).join('\n'))}</description>\n`,
    ),
    ...STAGE_NAMES.map((stage) => chunk(stage.code, folderHead(plan, stage))),
  ],
  rows: (plan, rows) =>
    STAGES.map((stage) =>
      chunk(
        stage,
        rows
          .filter((cells) => cells[STAGE] === stage)
          .map((cells) => placemark(plan, cells))
          .join(''),
      ),
    ),
  end: (plan) => [
    ...STAGE_NAMES.map(({ code }) => chunk(code, plan.stages[code] ? '</Folder>\n' : '')),
    chunk('tail', '</Document></kml>\n'),
  ],
};
