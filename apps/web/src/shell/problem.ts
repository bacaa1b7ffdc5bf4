import type { Problem } from '@qingshan/contracts';
import type { Refusal } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { LABELS } from './labels';

export type ProblemCode = keyof typeof LABELS.refusal;

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && code in LABELS.refusal;

/** The API said no, or could not be reached: one shape for both, with what a page needs to tell it. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly status: number,
    readonly requestId: string | null,
    readonly data: Readonly<Record<string, unknown>> = {},
    readonly fieldErrors: readonly { readonly path: string; readonly rule: string }[] = [],
  ) {
    super(code);
    this.name = 'ApiProblem';
  }
}

const whenUnreadable = (status: number): ProblemCode => {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many-requests';
  return status === 502 || status === 503 || status === 504 ? 'service-unavailable' : 'internal';
};

/** Reads a problem document (RFC 9457). A proxy's own error page is no problem document and still gets a sentence. */
export const problemFrom = (status: number, body: unknown): ApiProblem => {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return new ApiProblem(
    isProblemCode(problem.code) ? problem.code : whenUnreadable(status),
    status,
    problem.requestId ?? null,
    problem.data ?? {},
    problem.fields ?? [],
  );
};

export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem('internal', 0, null);

/** The sentence of a refusal in the language of the page. */
export const useSentence = () => {
  const { t } = useTranslation();
  return ({ code }: Pick<Refusal, 'code'> | ApiProblem): string => t(`labels.refusal.${code}`);
};
