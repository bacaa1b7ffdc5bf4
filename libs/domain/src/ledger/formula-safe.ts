/**
 * A CSV cell that starts like a formula would run in a spreadsheet (assurance.md S35). Our exporter puts one apostrophe before
 * such a cell and before a cell that starts with an apostrophe itself; the importer takes exactly that one away again, so
 * every text comes back as it went out.
 */
const NEEDS_APOSTROPHE = /^[=+\-@\t\r'＝＋－＠]/;
const HAS_OURS = /^'[=+\-@\t\r'＝＋－＠]/;

export const makeFormulaSafe = (cell: string): string => (NEEDS_APOSTROPHE.test(cell) ? `'${cell}` : cell);

export const isFormulaSafed = (cell: string): boolean => HAS_OURS.test(cell);

export const undoFormulaSafe = (cell: string): string => (HAS_OURS.test(cell) ? cell.slice(1) : cell);
