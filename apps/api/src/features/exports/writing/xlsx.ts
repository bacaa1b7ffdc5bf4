import { EXPORT_COLUMNS, type ColumnKind } from '../export-columns';
import { chunk, type Cells, type Chunk, type FileWriter, type Plan } from './file-writer';
import {
  contentTypes,
  ledgerSheets,
  ledgerWidths,
  letters,
  NOTES_SHEET,
  packageRelations,
  sheetHead,
  sheetPart,
  STYLES,
  styles,
  workbook,
  workbookRelations,
} from './workbook';
import { cellText } from './xml';

/** What a sheet holds beside its header. */
const ROWS_PER_SHEET = 1_048_576 - 1;

const LETTERS = EXPORT_COLUMNS.map((_, index) => letters(index));
const A_DAY = 86_400_000;
/** Right from March 1900 on; the ledger begins in 1949. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A spreadsheet keeps fifteen digits of a number; a longer one stays whole only as text. */
const isExact = (number: string): boolean => number.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

const numberCell = (at: string, number: string | number, style: number): string =>
  `<c r="${at}" s="${style}"><v>${number}</v></c>`;

/** A typed string is never a formula, so text needs no sign in front (S35). */
const CELLS: Record<ColumnKind, (at: string, value: string) => string> = {
  text: (at, value) => textCell(at, value, STYLES.text),
  year: (at, value) => numberCell(at, value, STYLES.year),
  degrees: (at, value) => numberCell(at, value, STYLES.degrees),
  amount: (at, value) =>
    isExact(value) ? numberCell(at, value, STYLES.amount) : textCell(at, value, STYLES.text),
  day: (at, value) => numberCell(at, (Date.parse(value) - SERIAL_ZERO) / A_DAY, STYLES.day),
};

const rowOf = (number: number, cells: Cells): string => {
  const written = EXPORT_COLUMNS.map(({ kind }, index) => {
    const value = cells[index];
    return value === null || value === undefined ? '' : CELLS[kind](`${LETTERS[index]}${number}`, value);
  });
  return `<row r="${number}">${written.join('')}</row>`;
};

const headerRow = ({ language }: Plan): string =>
  `<row r="1" ht="32" customHeight="1">${EXPORT_COLUMNS.map((column, index) =>
    textCell(`${LETTERS[index]}1`, column[language], STYLES.head),
  ).join('')}</row>`;

const notesSheet = (lines: Plan['notes']): string =>
  `${sheetHead([24, 90])}${lines
    .map(
      ([label, value], index) =>
        `<row r="${index + 1}">${textCell(`A${index + 1}`, label, STYLES.head)}${textCell(`B${index + 1}`, value, STYLES.wrapped)}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** A workbook of typed cells, a sheet of notes behind the rows; more sheets where one is full. */
export const xlsxWriter = (rowsPerSheet = ROWS_PER_SHEET): FileWriter => {
  const sheetsOf = ({ rows }: Plan) => Math.max(1, Math.ceil(rows / rowsPerSheet));
  const open = (plan: Plan, sheet: number) =>
    chunk(sheetPart(sheet), `${sheetHead(ledgerWidths)}${headerRow(plan)}`);
  const shut = (plan: Plan, sheet: number) => {
    const last = Math.min(plan.rows - (sheet - 1) * rowsPerSheet, rowsPerSheet) + 1;
    return chunk(sheetPart(sheet), `</sheetData><autoFilter ref="A1:${LETTERS.at(-1)}${last}"/></worksheet>`);
  };

  return {
    parts: (plan) => [
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      ...Array.from({ length: sheetsOf(plan) + 1 }, (_, index) => sheetPart(index + 1)),
    ],
    begin: (plan) => {
      const sheets = sheetsOf(plan);
      return [
        chunk('[Content_Types].xml', contentTypes(sheets + 1)),
        chunk('_rels/.rels', packageRelations),
        chunk('xl/workbook.xml', workbook([...ledgerSheets(plan, sheets), NOTES_SHEET[plan.language]])),
        chunk('xl/_rels/workbook.xml.rels', workbookRelations(sheets + 1)),
        chunk('xl/styles.xml', styles),
        open(plan, 1),
      ];
    },
    rows: (plan, rows, first) => {
      const chunks: Chunk[] = [];
      for (let from = 0; from < rows.length;) {
        const sheet = Math.floor((first + from) / rowsPerSheet) + 1;
        const within = (first + from) % rowsPerSheet;
        if (within === 0 && sheet > 1) chunks.push(shut(plan, sheet - 1), open(plan, sheet));
        const taken = rows.slice(from, from + rowsPerSheet - within);
        chunks.push(
          chunk(sheetPart(sheet), taken.map((cells, index) => rowOf(within + index + 2, cells)).join('')),
        );
        from += taken.length;
      }
      return chunks;
    },
    end: (plan) => {
      const sheets = sheetsOf(plan);
      return [shut(plan, sheets), chunk(sheetPart(sheets + 1), notesSheet(plan.notes))];
    },
  };
};
