import { BULK_VERDICTS } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { BulkActs } from '../features/mines/bulk/bulk-acts';
import { BulkRows } from '../features/mines/bulk/bulk-rows';
import styles from '../features/mines/bulk/bulk.module.css';
import { useBulkEdit } from '../features/mines/bulk/queries';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { formatInstant } from '../shell/format';
import { ProblemState } from '../shell/problem-state';
import { Page, Panel } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

/** An edit of many mines, before, while and after it is written: the address stays the same. */
export const BulkEditPage = () => {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const [address, setAddress] = useSearchParams();
  const { data: edit, error, refetch } = useBulkEdit(id);
  const label = useFieldLabel();
  const text = useFieldText();
  const crumbs = [{ label: t('mines.title'), to: '/mines' }];
  const page = Math.max(1, Number(address.get('page')) || 1);
  const verdict = BULK_VERDICTS.find((one) => one === address.get('verdict'));
  if (!edit)
    return (
      <Page title={t('mines.bulk.pageTitle')} crumbs={crumbs}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  return (
    <Page
      layout="fill"
      title={t('mines.bulk.pageTitle')}
      crumbs={crumbs}
      summary={t('mines.bulk.summary', {
        name: edit.personName,
        when: formatInstant(edit.createdAt),
        day: edit.effectiveOn,
      })}
    >
      <Panel>
        <dl className={styles.facts}>
          {Object.entries(edit.changes).map(([field, value]) => (
            <div key={field}>
              <dt>
                {label(field)} {t('mines.bulk.becomes')}
              </dt>
              <dd>{text(field, value)}</dd>
            </div>
          ))}
          {edit.remark && (
            <div>
              <dt>{t('mines.edit.note')}</dt>
              <dd>{edit.remark}</dd>
            </div>
          )}
        </dl>
        <BulkActs edit={edit} />
      </Panel>
      <BulkRows
        edit={edit}
        page={page}
        verdict={verdict}
        onShow={(next) =>
          setAddress({
            ...(next.page > 1 && { page: String(next.page) }),
            ...(next.verdict && { verdict: next.verdict }),
          })
        }
      />
    </Page>
  );
};
