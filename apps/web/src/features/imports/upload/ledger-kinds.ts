/** Kinds of file that a ledger may come as, for the browser's own chooser. */
export const LEDGER_KINDS = '.csv,.tsv,.txt,.xlsx';
