import type { DocumentView } from '@qingshan/contracts';
import { DOCUMENT_TYPES } from '@qingshan/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../shell/codes';
import { ProblemState } from '../../shell/problem-state';
import { ButtonLink } from '../../ui/button';
import { Panel } from '../../ui/page';
import { Skeleton } from '../../ui/skeleton';
import { EmptyState } from '../../ui/states';
import { AddDocumentDialog } from './add-document-dialog';
import { DocumentLists } from './document-lists';
import styles from './documents.module.css';
import { useDocuments } from './queries';
import { RemoveDocumentDialog } from './remove-document-dialog';

interface DocumentsPanelProps {
  readonly mineId: number;
  /** From the address: the kind of document to add, empty for any; null where none is being added. */
  readonly adding: string | null;
  readonly addTo: string;
  readonly onClose: () => void;
}

/** Documents and photos in a mine's file, what the gate still wants first. */
export const DocumentsPanel = ({ mineId, adding, addTo, onClose }: DocumentsPanelProps) => {
  const { t } = useTranslation();
  const code = useCodeName();
  const { data: list, error, refetch } = useDocuments(mineId);
  const [removing, setRemoving] = useState<DocumentView | null>(null);
  const isEmpty = (list?.documents ?? []).every(({ removal }) => removal !== null);
  const add = list?.mayWrite && (
    <ButtonLink to={addTo} icon="upload">
      {t('documents.add')}
    </ButtonLink>
  );
  return (
    <Panel title={t('documents.title')} actions={!isEmpty && add}>
      {error && !list && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!list && !error && <Skeleton lines={3} />}
      {list && list.wanted.length > 0 && (
        <p className={styles.wanted}>
          {t('documents.stillWanted', {
            list: list.wanted.map((one) => code(DOCUMENT_TYPES, one)).join(t('mines.separator')),
          })}
        </p>
      )}
      {list && isEmpty && (
        <EmptyState icon="ledger" title={t('documents.none')}>
          <p>{t('documents.noneHelp')}</p>
          {add}
        </EmptyState>
      )}
      <DocumentLists
        mineId={mineId}
        documents={list?.documents ?? []}
        removable={list?.removable ?? []}
        onRemove={setRemoving}
      />
      {list?.mayWrite && adding !== null && (
        <AddDocumentDialog mineId={mineId} list={list} wanted={adding} onClose={onClose} />
      )}
      {removing && (
        <RemoveDocumentDialog mineId={mineId} document={removing} onClose={() => setRemoving(null)} />
      )}
    </Panel>
  );
};
