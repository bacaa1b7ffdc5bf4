import { cellXml, makeZip, workbookParts } from '../../features/imports/reading/making-zips';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string): string => text.replaceAll('"', '&quot;');

/** A workbook whose cells name a format each, as offices give them to a column: `[value, format]`. Names and figures are made up. */
const formatted = (
  header: readonly string[],
  rows: readonly (readonly (string | readonly [value: number, format: string])[])[],
): Buffer => {
  const formats = [...new Set(rows.flat().flatMap((cell) => (typeof cell === 'string' ? [] : cell[1])))];
  const reference = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row}`;
  const rowXml = (cells: (typeof rows)[number], row: number) =>
    `<row r="${row}">${cells
      .map((cell, column) =>
        typeof cell === 'string'
          ? cellXml(reference(row, column), cell)
          : `<c r="${reference(row, column)}" s="${formats.indexOf(cell[1]) + 1}"><v>${cell[0]}</v></c>`,
      )
      .join('')}</row>`;
  const styles = `<styleSheet><numFmts>${formats
    .map((format, at) => `<numFmt numFmtId="${176 + at}" formatCode="${escaped(format)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="176"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${176 + at}" applyNumberFormat="1"/>`)
    .join('')}</cellXfs></styleSheet>`;
  return makeZip(
    workbookParts(
      `<sheetData>${[header, ...rows].map((row, at) => rowXml(row, at + 1)).join('')}</sheetData>`,
      [
        { name: 'xl/styles.xml', body: styles },
        {
          name: 'xl/_rels/workbook.xml.rels',
          body: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
        },
      ],
    ),
  );
};

/** The unit stands in the format of a cell alone, and once it is another than the header's; zeros are kept by a format too. */
export const unitsInFormats = () =>
  formatted(
    ['矿山编号', '矿山名称', '区县', '图斑面积（亩）', '治理面积', '下达资金（万元）'],
    [
      [[7, '0000'], '一号石场', '赣县区', [15, '#,##0.0"亩"'], [1, '0.00"公顷"'], [320, '0.00"万元"']],
      [[8, '0000'], '二号石场', '赣县区', [2, '0.00"公顷"'], [15, '0.0"亩"'], [3200000, '#,##0"元"']],
      [[9, '0000'], '三号石场', '赣县区', [3, '0.0"千亩"'], [0, '0.0"亩";;"无"'], [3200000, '0!.0,']],
    ],
  );
