import type { TestApp } from './test-app';

/** A step of a plan that was carried out, as PostgreSQL tells it. */
export interface PlanStep {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanStep[];
}

const stepsOf = (step: PlanStep): PlanStep[] => [step, ...(step.Plans ?? []).flatMap(stepsOf)];

/** How PostgreSQL carries a statement out, step by step. */
export const planOf = async (house: TestApp, sql: string, values: unknown[]): Promise<PlanStep[]> => {
  const [row] = await house.sql<{ 'QUERY PLAN': [{ Plan: PlanStep }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    values,
  );
  if (!row) throw new Error('no plan');
  return stepsOf(row['QUERY PLAN'][0].Plan);
};

/** How many rows of a table are looked at, those that do not fit too. */
export const rowsRead = (steps: readonly PlanStep[], table: string): number =>
  steps
    .filter((step) => step['Relation Name'] === table)
    .reduce(
      (sum, step) =>
        sum + step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)),
      0,
    );
