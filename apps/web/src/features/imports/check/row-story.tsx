import type { ImportRowView, ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import type { MineWords } from '../ledger-words';
import { useProblemText } from '../problem-text';
import { useChangeText } from './change-text';
import { usePlace } from './place';
import { linesOf } from './lines';
import styles from './rows.module.css';
import { FromTo, Said } from './said';

interface RowStoryProps {
  readonly row: ImportRowView;
  readonly columns: ImportView['columns'];
  readonly mine: MineWords;
}

/** Everything the check says of one row, each with its column, what stood there and what would be right. */
export const RowStory = ({ row, columns, mine }: RowStoryProps) => {
  const { t } = useTranslation();
  const place = usePlace(columns);
  const problemText = useProblemText(mine);
  const changeText = useChangeText(mine);
  return (
    <ul className={styles.story}>
      {linesOf([row]).map(({ id, problem, change }) => {
        if (problem)
          return (
            <li key={id}>
              <Said severity={problem.severity}>{problemText.sentence(problem.code)}</Said>
              <p className={styles.where}>{place(problem)}</p>
              <dl className={styles.values}>
                <dt>{t('imports.rows.found')}</dt>
                <dd>{problemText.found(problem)}</dd>
                {problem.allowed !== null && (
                  <>
                    <dt>{t('imports.rows.allowed')}</dt>
                    <dd>{problemText.allowed(problem)}</dd>
                  </>
                )}
              </dl>
            </li>
          );
        if (!change)
          return (
            <li key={id} className={styles.nothing}>
              {t('imports.rows.noProblem')}
            </li>
          );
        const { name, ...values } = changeText(change);
        return (
          <li key={id}>
            <p className={styles.where}>{name}</p>
            <FromTo {...values} />
          </li>
        );
      })}
    </ul>
  );
};
