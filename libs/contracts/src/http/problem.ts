import { REFUSALS, type RefusalCode } from '@qingshan/domain';
import { z } from 'zod';

const CODES = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]];

/** One field that was not understood: where it stands, which rule it broke, what was found. */
const fieldProblem = z.object({
  path: z.string().meta({ description: 'Dotted path, e.g. body.changes.closureYear' }),
  rule: z.string().meta({ description: 'The rule it broke, e.g. invalid_format' }),
  message: z.string(),
});

/** Why something is not to be had, with what the sentence about it names. */
export const refusal = z.object({ code: z.enum(CODES), data: z.record(z.string(), z.unknown()).optional() });

/** An error as RFC 9457 problem document. The page shows the sentence of `code` in the user's language. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    ...refusal.shape,
    fields: z.array(fieldProblem).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;
