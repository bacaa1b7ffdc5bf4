/** What the running product may do with a table. It never owns one, and it never empties one with TRUNCATE. */
export type Right = 'SELECT' | 'INSERT' | 'INSERT IN TURN' | 'UPDATE' | 'DELETE';

const READ: readonly Right[] = ['SELECT'];
/** What is only ever added to: nobody who reaches the product's login can rewrite it (assurance.md §3.3, S50). */
const APPEND: readonly Right[] = ['SELECT', 'INSERT IN TURN'];
/** Things end; they are not taken away. */
const KEEP: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE'];
/** What is worked on and thrown away. */
const WORK: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/**
 * Every table and the rights of the login that the product runs under; a table without a line stops the tests. History,
 * figures and search are written by the owner's triggers alone: whoever changes a mine changes them, and nobody else can.
 */
export const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  migrations: READ,
  installation: READ,
  region: READ,
  region_former_name: READ,
  person: KEEP,
  session: WORK,
  idempotency: KEEP,
  mine: KEEP,
  patch: KEEP,
  mine_period: READ,
  patch_period: READ,
  mine_search: READ,
  figure_day: READ,
  figure_month: READ,
  figure_month_kept: READ,
  mine_step: KEEP,
  mine_pause: KEEP,
  stage_reason: APPEND,
  document: KEEP,
  submission: KEEP,
  correction: KEEP,
  review: APPEND,
  review_route: APPEND,
  delegation: KEEP,
  reminder: KEEP,
  mail: KEEP,
  trail: APPEND,
  trail_log: READ,
  trail_leaf: APPEND,
  trail_node: APPEND,
  trail_checkpoint: APPEND,
  trail_handover: APPEND,
  job: KEEP,
  saved_view: KEEP,
  map_source: KEEP,
  bulk_edit: KEEP,
  bulk_edit_row: KEEP,
  import: KEEP,
  import_file: WORK,
  import_row: WORK,
  export: KEEP,
  export_row: WORK,
  export_piece: WORK,
};
