import { importRoutes, type ImportView } from '@qingshan/contracts';
import { CRITERION_NAMES, PROBLEM_CODES, type CriterionName, type ProblemCode } from '@qingshan/domain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiFile } from '../../../shell/api';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { toast } from '../../../ui/toasts';
import { saveAs } from '../csv-file';

const ENDING = /\.\w{1,5}$/;

/** The ledger as it came, in its own kind of file, with what is wrong beside each row: to be put right and uploaded again. */
export const DownloadOriginal = ({ view }: { readonly view: ImportView }) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const download = useMutation({
    mutationFn: async () => {
      const problems = Object.fromEntries(
        PROBLEM_CODES.map((code) => [code, t(`imports.problem.${code}`)]),
      ) as Record<ProblemCode, string>;
      const criteria = Object.fromEntries(
        CRITERION_NAMES.map((name) => [name, t(`labels.criterion.${name}`)]),
      ) as Record<CriterionName, string>;
      const body = {
        errors: t('imports.original.errors'),
        warnings: t('imports.original.warnings'),
        colon: t('imports.original.colon'),
        problems,
        gate: t('imports.gate.title'),
        met: t('imports.gate.met'),
        criteria,
      };
      const file = await apiFile(importRoutes.original, { params: { id: view.id }, body });
      const name = view.fileName.replace(ENDING, '');
      const ending =
        file.type.startsWith('text/') && view.sheet !== null ? '.csv' : view.fileName.slice(name.length);
      saveAs(file, t('imports.original.fileName', { name, ending }));
    },
    onError: (error) => toast(sentence(asProblem(error)), { failed: true }),
  });
  return (
    <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
      {t('imports.original.download')}
    </Button>
  );
};
