import type { Problem } from '@qingshan/contracts';
import { REFUSALS, type Refusal } from '@qingshan/domain';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A refusal as RFC 9457 tells it: every error of this API has this shape, wherever it arose. */
export const problemOf = (refusal: Refusal, requestId: string, fields?: Problem['fields']): Problem => ({
  type: `urn:qingshan:problem:${refusal.code}`,
  title: refusal.code,
  status: REFUSALS[refusal.code],
  code: refusal.code,
  ...(refusal.data ? { data: refusal.data } : {}),
  ...(fields ? { fields } : {}),
  requestId,
});
