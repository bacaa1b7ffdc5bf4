import type { ImportView } from '@qingshan/contracts';
import type { ProblemCode } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../shell/format';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/page';
import { useImportProblems } from '../queries';
import { usePlace } from './place';
import styles from './problem-kinds.module.css';
import { Said } from './said';

const FIRST_SHOWN = 8;

interface ProblemKindsProps {
  readonly view: ImportView;
  readonly code: ProblemCode | undefined;
  readonly onCode: (code: ProblemCode | undefined) => void;
}

/** Which problems there are, in which columns, and how many rows have each: a thousand rows are often one mistake. */
export const ProblemKinds = ({ view, code, onCode }: ProblemKindsProps) => {
  const { t } = useTranslation();
  const place = usePlace(view.columns);
  const { data } = useImportProblems(view.id);
  const [more, setMore] = useState(false);
  const kinds = data?.problems ?? [];
  const shown = more ? kinds : kinds.slice(0, FIRST_SHOWN);
  if (kinds.length === 0) return null;
  return (
    <Panel title={t('imports.kinds.title')}>
      <p className={styles.help}>{t('imports.kinds.help')}</p>
      <ul className={styles.kinds}>
        {shown.map((kind) => (
          <li key={`${kind.code} ${kind.field} ${kind.column}`}>
            <button
              type="button"
              className={styles.kind}
              aria-pressed={code === kind.code}
              onClick={() => onCode(code === kind.code ? undefined : kind.code)}
            >
              <Said severity={kind.severity}>{t(`imports.problem.${kind.code}`)}</Said>
              <span className={styles.place}>{place(kind)}</span>
              <span className={styles.rows}>
                {t('imports.kinds.rows', { count: kind.rows, value: formatCount(kind.rows) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < kinds.length && (
        <Button look="quiet" icon="down" onClick={() => setMore(true)}>
          {t('imports.kinds.more', {
            count: kinds.length - shown.length,
            value: formatCount(kinds.length - shown.length),
          })}
        </Button>
      )}
    </Panel>
  );
};
