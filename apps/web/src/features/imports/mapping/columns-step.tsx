import type { ImportView } from '@qingshan/contracts';
import { columnLetters } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatCount } from '../../../shell/format';
import { asProblem, useSentence } from '../../../shell/problem';
import { Button } from '../../../ui/button';
import { Segments } from '../../../ui/chips';
import { Panel } from '../../../ui/page';
import { useFieldName } from '../ledger-words';
import { ProgressBar } from '../../../ui/progress-bar';
import { useCheck } from '../queries';
import { ColumnRow } from './column-row';
import { ColumnWarnings } from './column-warnings';
import styles from './columns-step.module.css';
import { isEncodingGuessed } from './encoding-guessed';
import { correct, corrected, readCorrections, withCorrections, type Meaning } from './meanings';

const SHOWN = ['all', 'mapped', 'unmapped'] as const;
type Shown = (typeof SHOWN)[number];

/** Confirms what each column means, and has every row checked by it. */
export const ColumnsStep = ({
  view,
  onChecked,
}: {
  readonly view: ImportView;
  readonly onChecked: () => void;
}) => {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const sentence = useSentence();
  const check = useCheck(view.id);
  const [address, setAddress] = useSearchParams();
  const [said, setSaid] = useState('');

  const corrections = readCorrections(address);
  const columns = corrected(view.columns, corrections);
  const shown: Shown = SHOWN.find((one) => one === address.get('columns')) ?? 'all';
  const counts = {
    all: columns.length,
    mapped: columns.filter(({ field }) => field !== null).length,
    unmapped: columns.filter(({ field }) => field === null).length,
  };
  const rows = columns.filter(({ field }) => shown === 'all' || (field === null) === (shown === 'unmapped'));

  const change = (column: number, meaning: Meaning) => {
    const { corrections: next, movedFrom } = correct(view.columns, corrections, column, meaning);
    setAddress(withCorrections(address, next), { replace: true });
    setSaid(
      movedFrom !== null && meaning.field !== null
        ? t('imports.columns.moved', {
            field: fieldName(meaning.field),
            to: columnLetters(column),
            from: columnLetters(movedFrom),
          })
        : '',
    );
  };
  const show = (next: Shown) => {
    const changed = new URLSearchParams(address);
    if (next === 'all') changed.delete('columns');
    else changed.set('columns', next);
    setAddress(changed, { replace: true });
  };
  // Whoever reloads while a check runs finds it still running.
  const checking = check.isPending || view.checking;
  const run = () =>
    check.mutate(
      { columns: columns.map(({ column, field, unit }) => ({ column, field, unit })) },
      { onSuccess: onChecked },
    );

  return (
    <Panel
      title={t('imports.columns.title')}
      actions={
        <Segments
          label={t('imports.columns.filter')}
          value={shown}
          options={SHOWN.map((one) => ({
            value: one,
            label: t(`imports.columns.${one}`, { value: formatCount(counts[one]) }),
          }))}
          onChange={show}
        />
      }
    >
      <p className={styles.help}>{t('imports.columns.help')}</p>
      <ColumnWarnings columns={columns} guessed={isEncodingGuessed(view)} />
      <p role="status" className={styles.said}>
        {said}
      </p>
      <div className={styles.head} aria-hidden="true">
        <span>{t('imports.columns.column')}</span>
        <span>{t('imports.columns.samples')}</span>
        <span>{t('imports.columns.meaning')}</span>
        <span>{t('imports.columns.unit')}</span>
      </div>
      <ul className={styles.rows}>
        {rows.map((column) => (
          <ColumnRow
            key={column.column}
            column={column}
            holderOf={(field) => columns.find((one) => one.field === field)?.column}
            onChange={(meaning) => change(column.column, meaning)}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        {checking && (
          <div role="status" className={styles.checking}>
            <span>{t('imports.columns.checking', { count: view.rows, value: formatCount(view.rows) })}</span>
            <ProgressBar label={t('imports.steps.checking')} done={null} />
          </div>
        )}
        {check.error && !checking && (
          <p role="alert" className={styles.refused}>
            {sentence(asProblem(check.error))}
          </p>
        )}
        <Button look="primary" icon="check" busy={checking} disabled={isEncodingGuessed(view)} onClick={run}>
          {t(view.state === 'checked' ? 'imports.columns.checkAgain' : 'imports.columns.check', {
            count: view.rows,
            value: formatCount(view.rows),
          })}
        </Button>
        {corrections.size > 0 && (
          <Button
            look="quiet"
            onClick={() => setAddress(withCorrections(address, new Map()), { replace: true })}
          >
            {t('imports.columns.reset')}
          </Button>
        )}
      </div>
    </Panel>
  );
};
