import type { ImportView } from '@qingshan/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { toast } from '../../../ui/toasts';
import { csvFile, saveAs } from '../csv-file';
import type { MineWords } from '../ledger-words';
import { useProblemText } from '../problem-text';
import type { RowsQuery } from '../queries';
import { allRows, MOST_ROWS } from './all-rows';
import { useChangeText } from './change-text';
import { useGateWords } from './gate-note';
import { linesOf, type Line } from './lines';
import { usePlace } from './place';

interface DownloadListProps {
  readonly view: ImportView;
  readonly query: RowsQuery;
  readonly total: number;
  readonly mine: MineWords;
}

/** What the check says of the rows that are shown, as a file to put beside the ledger while it is corrected. */
export const DownloadList = ({ view, query, total, mine }: DownloadListProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const cellsOf = useCells(view, mine);
  const download = useMutation({
    mutationFn: async () => {
      const rows = await allRows(view.id, query, total);
      const header = (
        ['row', 'verdict', 'mine', 'severity', 'column', 'what', 'found', 'allowed'] as const
      ).map((name) => t(`imports.rows.${name}`));
      header.push(t('imports.gate.title'));
      saveAs(
        csvFile([header, ...linesOf(rows).map(cellsOf)]),
        t('imports.rows.fileName', { file: view.fileName }),
      );
    },
    onError: (error) => toast(sentence(asProblem(error)), { failed: true }),
  });
  const tooMany = total > MOST_ROWS;
  return (
    <Button
      icon="download"
      disabled={tooMany || total === 0}
      title={tooMany ? t('imports.rows.tooMany', { limit: formatCount(MOST_ROWS) }) : undefined}
      busy={download.isPending}
      onClick={() => download.mutate()}
    >
      {t('imports.rows.download')}
    </Button>
  );
};

const useCells = (view: ImportView, mine: MineWords) => {
  const { t } = useTranslation();
  const place = usePlace(view.columns);
  const problemText = useProblemText(mine);
  const changeText = useChangeText(mine);
  const gateWords = useGateWords();
  return ({ row, first, problem, change }: Line): string[] => {
    const words = first ? gateWords(row) : null;
    const gate = words ? words.lacking.join('\n') || words.finding : '';
    const who = [
      String(row.rowNumber),
      t(`imports.verdict.${row.verdict}`),
      [row.number, row.name].filter(Boolean).join(' '),
    ];
    if (problem)
      return [
        ...who,
        t(`imports.severity.${problem.severity}`),
        place(problem),
        problemText.sentence(problem.code),
        problemText.found(problem),
        problemText.allowed(problem),
        gate,
      ];
    if (!change) return [...who, '', '', t('imports.rows.noProblem'), '', '', gate];
    const { name, before, after } = changeText(change);
    return [...who, '', name, t('imports.rows.change'), after, before, gate];
  };
};
