import type { ImportView } from '@qingshan/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from '../../../ui/grid/column';
import type { MineWords } from '../ledger-words';
import { useProblemText } from '../problem-text';
import { useChangeText } from './change-text';
import { GateMark } from './gate-note';
import styles from './rows.module.css';
import type { Line } from './lines';
import { usePlace } from './place';
import { FromTo, Said } from './said';
import { VerdictTag } from './verdict-tag';

/** The columns of the check: which row, what of it, where, and what would be right. */
export const useLineColumns = (
  columns: ImportView['columns'],
  mine: MineWords,
): readonly GridColumn<Line>[] => {
  const { t } = useTranslation();
  const place = usePlace(columns);
  const problemText = useProblemText(mine);
  const changeText = useChangeText(mine);
  const cell = (text: string) => <span title={text}>{text}</span>;
  return useMemo(
    () => [
      {
        id: 'row',
        header: t('imports.rows.row'),
        width: 78,
        align: 'end',
        cell: ({ row, first }) => (
          <span className={first ? undefined : styles.repeated}>{row.rowNumber}</span>
        ),
      },
      {
        id: 'verdict',
        header: t('imports.rows.verdict'),
        width: 104,
        cell: ({ row, first }) => first && <VerdictTag verdict={row.verdict} />,
      },
      {
        id: 'mine',
        header: t('imports.rows.mine'),
        width: 170,
        grow: 1,
        cell: ({ row, first }) => first && cell([row.number, row.name].filter(Boolean).join(' ')),
      },
      {
        id: 'column',
        header: t('imports.rows.column'),
        width: 140,
        grow: 1,
        cell: ({ problem, change }) =>
          problem ? cell(place(problem)) : change ? cell(changeText(change).name) : '',
      },
      {
        id: 'what',
        header: t('imports.rows.what'),
        width: 230,
        grow: 2,
        cell: ({ problem, change }) => {
          if (problem) return <Said severity={problem.severity}>{problemText.sentence(problem.code)}</Said>;
          return change ? (
            t('imports.rows.change')
          ) : (
            <span className={styles.nothing}>{t('imports.rows.noProblem')}</span>
          );
        },
      },
      {
        id: 'found',
        header: t('imports.rows.found'),
        width: 160,
        grow: 1,
        cell: ({ problem, change }) =>
          problem ? cell(problemText.found(problem)) : change ? <FromTo {...changeText(change)} /> : '',
      },
      {
        id: 'allowed',
        header: t('imports.rows.allowed'),
        width: 170,
        grow: 1,
        cell: ({ problem }) => (problem ? cell(problemText.allowed(problem)) : ''),
      },
      {
        id: 'gate',
        header: t('imports.gate.title'),
        width: 130,
        cell: ({ row, first }) => first && <GateMark row={row} />,
      },
    ],
    [t, place, problemText, changeText],
  );
};
