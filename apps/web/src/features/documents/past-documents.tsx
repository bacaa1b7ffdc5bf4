import type { DocumentView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { DocumentLists } from './document-lists';

interface PastDocumentsProps {
  readonly mineId: number;
  readonly documents: readonly DocumentView[];
}

/** Documents and photos as they lay in the file then: to read and to fetch. */
export const PastDocuments = ({ mineId, documents }: PastDocumentsProps) => {
  const { t } = useTranslation();
  return (
    <Panel title={t('documents.title')}>
      {documents.every(({ removal }) => removal !== null) && (
        <EmptyState icon="ledger" title={t('past.noDocuments')} />
      )}
      <DocumentLists mineId={mineId} documents={documents} />
    </Panel>
  );
};
