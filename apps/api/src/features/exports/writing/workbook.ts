import { EXPORT_COLUMNS, type ColumnKind } from '../export-columns';
import type { Plan } from './file-writer';
import { cellText } from './xml';

/** Places in the list of cell formats below. */
export const STYLES = {
  plain: 0,
  head: 1,
  text: 2,
  year: 3,
  amount: 4,
  degrees: 5,
  day: 6,
  wrapped: 7,
} as const;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const NOTES_SHEET = { zh: '说明', en: 'Notes' } as const;

export const sheetPart = (number: number): string => `xl/worksheets/sheet${number}.xml`;

export const contentTypes = (sheets: number): string =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>
${numbers(sheets)
  .map((number) => `<Override PartName="/${sheetPart(number)}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)
  .join('\n')}
</Types>`;

export const packageRelations = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const workbookRelations = (sheets: number): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">
${numbers(sheets)
  .map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  .join('\n')}
<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>
</Relationships>`;

export const workbook = (names: readonly string[]): string =>
  `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
    .map((name, index) => `<sheet name="${cellText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`;

const format = (numFmt: number, font = 0, more = '') =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${font === 1 ? 2 : 0}" borderId="0" xfId="0" applyNumberFormat="1"${font === 1 ? ' applyFont="1" applyFill="1"' : ''}${more === '' ? '/>' : ` applyAlignment="1">${more}</xf>`}`;

/** Text stays text when it is edited (49); amounts have their thousands (4); degrees and days have formats of their own. */
export const styles = `${DECLARATION}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="0.000000"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3ECE6"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="8">${format(0)}${format(49, 1, '<alignment vertical="center" wrapText="1"/>')}${format(49)}${format(1)}${format(4)}${format(164)}${format(165)}${format(49, 0, '<alignment vertical="top" wrapText="1"/>')}</cellXfs>
</styleSheet>`;

const WIDTHS: Record<ColumnKind, number> = { text: 14, year: 10, day: 13, degrees: 13, amount: 17 };
const WIDE: Readonly<Record<string, number>> = { MINE_NO: 24, NAME: 28, LOCATION: 32, REMARK: 40 };

/** A sheet up to its rows: the first row stays in sight. */
export const sheetHead = (widths: readonly number[]): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

export const ledgerWidths = EXPORT_COLUMNS.map(({ field, kind }) => WIDE[field] ?? WIDTHS[kind]);

/** Names of the sheets with rows: numbered where one does not hold them all. */
export const ledgerSheets = ({ language }: Plan, count: number): string[] => {
  const name = language === 'zh' ? '矿山台账' : 'Mines';
  return count === 1 ? [name] : numbers(count).map((number) => `${name} ${number}`);
};

/** A, B, …, Z, AA: the letters of a column counted from 0. */
export const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`;

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
