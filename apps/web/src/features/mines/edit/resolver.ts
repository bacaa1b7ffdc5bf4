import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/**
 * Checks a form by the contract: its values become a body, the body's schema says what is wrong, and each fault goes to
 * the field that the last step of its path names.
 */
export const bodyResolver =
  <Values extends FieldValues, Schema extends z.ZodType>(
    schema: Schema,
    bodyOf: (values: Values) => unknown,
    rules: z.core.ParseContext<z.core.$ZodIssue>,
  ): Resolver<Values, unknown, z.output<Schema>> =>
  (values) => {
    const result = schema.safeParse(bodyOf(values), rules);
    if (result.success) return { values: result.data, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const { path, code, message } of result.error.issues)
      errors[String(path.at(-1) ?? 'root')] ??= { type: code, message };
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
