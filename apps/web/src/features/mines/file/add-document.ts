/** What the address says while a document is being added; the kind that is wanted stands behind it. */
export const ADD_DOCUMENT = 'document-';

/** The kind of document an address asks for: empty for any, null where it asks for none. */
export const documentAskedFor = (edit: string | undefined): string | null =>
  edit?.startsWith(ADD_DOCUMENT) ? edit.slice(ADD_DOCUMENT.length) : null;
