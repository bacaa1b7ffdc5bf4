import type { ImportRowView } from '@qingshan/contracts';
import type { LedgerField, ProblemCode } from '@qingshan/domain';

export type Problem = ImportRowView['problems'][number];

/** Notes a problem with the column of its field. */
export type Say = (code: ProblemCode, field: LedgerField, found: string, allowed?: string | null) => void;
