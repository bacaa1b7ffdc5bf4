import type { ImportView } from '@qingshan/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { toast } from '../../../ui/toasts';
import { csvFile, saveAs } from '../csv-file';
import type { MineWords } from '../ledger-words';
import { useProblemText, type RowProblem } from '../problem-text';
import { allRows, MOST_ROWS } from './all-rows';
import { usePlace } from './place';

interface DownloadOriginalProps {
  readonly view: ImportView;
  readonly mine: MineWords;
}

/** The ledger as it came, every row of it, with what is wrong beside each: to be put right and uploaded again. */
export const DownloadOriginal = ({ view, mine }: DownloadOriginalProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const place = usePlace(view.columns);
  const problemText = useProblemText(mine);
  const told = (problems: readonly RowProblem[], severity: RowProblem['severity']): string =>
    problems
      .filter((problem) => problem.severity === severity)
      .map((problem) =>
        t('imports.original.problem', { place: place(problem), what: problemText.sentence(problem.code) }),
      )
      .join('\n');
  const download = useMutation({
    mutationFn: async () => {
      const rows = await allRows(view.id, { show: 'all', page: 1, pageSize: 200 }, view.rows);
      const header = [
        ...view.columns.map((column) => column.header),
        t('imports.original.errors'),
        t('imports.original.warnings'),
      ];
      const lines = rows.map(({ cells, problems }) => [
        ...cells,
        told(problems, 'error'),
        told(problems, 'warning'),
      ]);
      saveAs(csvFile([header, ...lines]), t('imports.original.fileName', { file: view.fileName }));
    },
    onError: (error) => toast(sentence(asProblem(error)), { failed: true }),
  });
  return (
    <Button
      icon="download"
      disabled={view.rows > MOST_ROWS}
      busy={download.isPending}
      onClick={() => download.mutate()}
    >
      {t('imports.original.download')}
    </Button>
  );
};
