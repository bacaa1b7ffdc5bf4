import type { ImportRowView } from '@qingshan/contracts';
import type { RowProblem } from '../problem-text';

export type RowChange = ImportRowView['changes'][number];

/** One thing to say of a row; a row with three problems is three lines. */
export interface Line {
  readonly id: string;
  readonly row: ImportRowView;
  /** The first line of its row names the mine, the others do not repeat it. */
  readonly first: boolean;
  readonly problem: RowProblem | null;
  readonly change: RowChange | null;
}

const errorsFirst = (problems: readonly RowProblem[]): RowProblem[] => [
  ...problems.filter(({ severity }) => severity === 'error'),
  ...problems.filter(({ severity }) => severity === 'warning'),
];

/** Problems before changes; a row that is wrong changes nothing. */
export const linesOf = (rows: readonly ImportRowView[]): Line[] =>
  rows.flatMap((row) => {
    const said: Pick<Line, 'problem' | 'change'>[] = [
      ...errorsFirst(row.problems).map((problem) => ({ problem, change: null })),
      ...(row.verdict === 'changed' ? row.changes.map((change) => ({ problem: null, change })) : []),
    ];
    const lines = said.length > 0 ? said : [{ problem: null, change: null }];
    return lines.map((line, index) => ({
      ...line,
      id: `${row.rowNumber}:${index}`,
      row,
      first: index === 0,
    }));
  });
