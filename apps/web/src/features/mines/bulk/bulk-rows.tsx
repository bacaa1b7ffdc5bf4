import { BULK_VERDICTS, type BulkEditView, type BulkRowView, type BulkVerdict } from '@qingshan/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../../shell/format';
import { useLanguage } from '../../../shell/i18n';
import { ProblemState } from '../../../shell/problem-state';
import { StageTag } from '../../../shell/stage-tag';
import { Segments } from '../../../ui/chips';
import type { GridColumn } from '../../../ui/grid/column';
import { DataGrid } from '../../../ui/grid/data-grid';
import { Tag, type Tone } from '../../../ui/mark';
import { Pager } from '../../../ui/pager';
import { useFieldLabel, useFieldText } from '../field-text';
import { useRefusalText } from '../refusal-text';
import styles from './bulk.module.css';
import { useBulkRows } from './queries';

const TONE: Record<BulkVerdict, Tone> = {
  change: 'azurite',
  unchanged: 'stone',
  skipped: 'ochre',
  written: 'malachite',
  refused: 'clay',
  undone: 'stone',
  kept: 'ochre',
};

interface BulkRowsProps {
  readonly edit: BulkEditView;
  readonly page: number;
  readonly verdict: BulkVerdict | undefined;
  readonly onShow: (next: { readonly page: number; readonly verdict: BulkVerdict | undefined }) => void;
}

const PAGE_SIZE = 50;

/** Every mine of the edit: what stands there, what it becomes, and what was done or why it was not. */
export const BulkRows = ({ edit, page, verdict, onShow }: BulkRowsProps) => {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useBulkRows(
    edit.id,
    { page, pageSize: PAGE_SIZE, verdict },
    `${edit.state} ${edit.counts.change ?? 0} ${edit.counts.written ?? 0}`,
  );
  const columns = useBulkColumns(edit);
  const shown = BULK_VERDICTS.filter((one) => (edit.counts[one] ?? 0) > 0);
  return (
    <DataGrid
      label={t('mines.bulk.pageTitle')}
      columns={columns}
      density="roomy"
      rows={data?.rows}
      rowId={(row) => String(row.mineId)}
      total={data?.total}
      offset={(page - 1) * PAGE_SIZE}
      refreshing={isFetching}
      error={error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
      empty={t('mines.bulk.nothing')}
      footer={
        <>
          <Segments
            label={t('mines.bulk.columns.verdict')}
            value={verdict ?? 'all'}
            options={[
              { value: 'all' as const, label: `${t('mines.bulk.all')} ${formatCount(edit.rows)}` },
              ...shown.map((one) => ({
                value: one,
                label: `${t(`mines.bulk.verdict.${one}`)} ${formatCount(edit.counts[one] ?? 0)}`,
              })),
            ]}
            onChange={(next) => onShow({ page: 1, verdict: next === 'all' ? undefined : next })}
          />
          {data && (
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              pageSizes={[PAGE_SIZE]}
              total={data.total}
              onChange={(next) => onShow({ page: next.page ?? 1, verdict })}
            />
          )}
        </>
      }
    />
  );
};

const useBulkColumns = (edit: BulkEditView): readonly GridColumn<BulkRowView>[] => {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const text = useFieldText();
  const refusalText = useRefusalText();
  const english = useLanguage() === 'en';
  const { changes } = edit;
  return useMemo(
    () => [
      {
        id: 'mine',
        header: t('mines.bulk.columns.mine'),
        width: 200,
        grow: 1,
        cell: (row) => (
          <Link tabIndex={-1} to={`/mines/${row.mineId}`}>
            {row.name}
          </Link>
        ),
      },
      { id: 'number', header: t('labels.field.number'), width: 136, cell: (row) => row.number },
      { id: 'stage', header: t('mines.stage'), width: 120, cell: (row) => <StageTag stage={row.stage} /> },
      ...Object.keys(changes).map((field): GridColumn<BulkRowView> => ({
        id: field,
        header: label(field),
        width: 190,
        grow: 1,
        cell: (row) => `${text(field, row.before[field])} → ${text(field, changes[field])}`,
      })),
      {
        id: 'verdict',
        header: t('mines.bulk.columns.verdict'),
        // English sentences are longer than Chinese ones.
        width: english ? 400 : 360,
        grow: 1,
        cell: (row) => (
          <span className={styles.verdict}>
            <Tag tone={TONE[row.verdict]}>{t(`mines.bulk.verdict.${row.verdict}`)}</Tag>{' '}
            {row.problem && refusalText({ code: row.problem })}
          </span>
        ),
      },
    ],
    [t, label, text, refusalText, english, changes],
  );
};
