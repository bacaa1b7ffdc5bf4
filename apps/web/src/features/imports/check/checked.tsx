import type { ImportView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Icon } from '../../../ui/icon';
import { readRows, withRows } from '../address';
import type { MineWords } from '../ledger-words';
import styles from './checked.module.css';
import { Counters } from './counters';
import { ProblemKinds } from './problem-kinds';
import { RowsPanel } from './rows-panel';

interface CheckedProps {
  readonly view: ImportView;
  readonly counts: NonNullable<ImportView['counts']>;
  readonly mine: MineWords;
}

/** The result of the check from far to near: counters, kinds of problems, row by row. */
export const Checked = ({ view, counts, mine }: CheckedProps) => {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const { show, code } = readRows(address, view);
  const nothing = counts.new + counts.changed === 0;
  return (
    <>
      {view.state === 'checked' && nothing && (
        <p role="status" className={styles.nothing}>
          <Icon name={counts.error > 0 ? 'warning' : 'check'} />
          {t(counts.error > 0 ? 'imports.apply.nothingRight' : 'imports.apply.nothing')}
        </p>
      )}
      <Counters
        counts={counts}
        shown={code === undefined ? show : null}
        onShow={(next) => setAddress(withRows(address, { show: next }))}
      />
      <ProblemKinds
        view={view}
        code={code}
        onCode={(next) => setAddress(withRows(address, { code: next }))}
      />
      <RowsPanel view={view} mine={mine} />
    </>
  );
};
