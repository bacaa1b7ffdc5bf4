import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from './problem';

/** What a zod issue has that decides its sentence. */
interface Issue {
  readonly code?: string;
  readonly minimum?: unknown;
  readonly input?: unknown;
  readonly origin?: string;
  readonly path?: readonly PropertyKey[];
}

const DAY = /On$/;

const ruleOf = ({ code, input, origin, path = [] }: Issue) => {
  if (input === '' || input === undefined || input === null) return 'required';
  if (DAY.test(String(path.at(-1)))) return 'invalid_day';
  if (code === 'too_small' && origin === 'string') return 'required';
  if (code === 'too_small' || code === 'too_big' || code === 'invalid_format' || code === 'invalid_value')
    return code;
  return 'other';
};

/** Sentences for what a schema of the contract refuses: `zodResolver(schema, useRules())`. */
export const useRules = () => {
  const { t } = useTranslation();
  return { error: (issue: Issue) => t(`labels.rule.${ruleOf(issue)}`) };
};

/** Puts what the server refused where it belongs: at the fields it names, else above the form. */
export const useServerErrors = () => {
  const { t } = useTranslation();
  const sentence = useSentence();
  return <Values extends FieldValues>(
    form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
    error: unknown,
  ): void => {
    const problem = asProblem(error);
    // Signing in again is asked for over the form: once that is done there is nothing wrong with it.
    if (problem.code === 'not-signed-in') return;
    const known = Object.keys(form.getValues());
    const named = problem.fieldErrors.flatMap(({ path, rule }) => {
      const name = path.split('.').find((part) => known.includes(part));
      return name
        ? [
            {
              name: name as Path<Values>,
              rule: ruleOf({ code: rule, input: true, path: path.split('.') }),
            } as const,
          ]
        : [];
    });
    for (const { name, rule } of named)
      form.setError(name, { type: rule, message: t(`labels.rule.${rule}`) });
    const { field } = problem.data;
    if (typeof field === 'string' && known.includes(field))
      form.setError(field as Path<Values>, {
        type: problem.code,
        message: problem.code === 'invalid-input' ? t('labels.rule.other') : sentence(problem),
      });
    form.setError('root', { type: problem.code, message: sentence(problem) });
  };
};
