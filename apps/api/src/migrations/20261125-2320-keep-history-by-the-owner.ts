import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a change of a mine brings about by itself: it runs as the owner, for nobody else may write there. */
const BY_THE_OWNER = [
  'keep_mine_periods()',
  'keep_mine_search()',
  'book_new_periods()',
  'book_figures(figure_change[])',
  'keep_figure_months(date)',
];

/** The login of the running product has no rights of its own on history, figures and search (ADR 0017). */
export class KeepHistoryByTheOwner20261125232000 implements MigrationInterface {
  name = 'KeepHistoryByTheOwner20261125232000';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of BY_THE_OWNER)
      // A path of its own: whoever calls it cannot put a table of theirs in the way of ours.
      await runner.query(`ALTER FUNCTION ${name} SECURITY DEFINER SET search_path = public, pg_temp`);
    // Called by triggers and by the owner's first steps, and by nobody else.
    await runner.query(
      'REVOKE EXECUTE ON FUNCTION book_figures(figure_change[]), keep_figure_months(date) FROM PUBLIC',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'GRANT EXECUTE ON FUNCTION book_figures(figure_change[]), keep_figure_months(date) TO PUBLIC',
    );
    for (const name of BY_THE_OWNER)
      await runner.query(`ALTER FUNCTION ${name} SECURITY INVOKER RESET search_path`);
  }
}
