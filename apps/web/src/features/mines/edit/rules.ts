import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRules } from '../../../shell/forms';

/** Sentences for what the contract refuses, plainer where an amount is meant. */
export const useMineRules = () => {
  const { t } = useTranslation();
  const rules = useRules();
  const amounts: Record<string, string> = {
    fundsAllocatedFen: t('mines.edit.notFunds'),
    areaSquareMetres: t('mines.patches.notArea'),
    restoredSquareMetres: t('mines.patches.notArea'),
  };
  return {
    error: (issue: z.core.$ZodRawIssue) =>
      (issue.input ? amounts[String(issue.path?.at(-1))] : undefined) ?? rules.error(issue),
  };
};
