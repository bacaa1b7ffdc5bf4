/** Connections for the few long exports. */
export const EXPORT_POOL = Symbol('EXPORT_POOL');

/** Connections for reads. */
export const READ_POOL = Symbol('READ_POOL');
