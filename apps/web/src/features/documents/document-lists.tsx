import type { DocumentView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { DocumentItem } from './document-item';
import styles from './documents.module.css';

interface DocumentListsProps {
  readonly mineId: number;
  readonly documents: readonly DocumentView[];
  /** Those that this person may take out. */
  readonly removable?: readonly number[];
  readonly onRemove?: (document: DocumentView) => void;
}

/** What lies in the file, and folded away what was taken out of it. */
export const DocumentLists = ({ mineId, documents, removable = [], onRemove }: DocumentListsProps) => {
  const { t } = useTranslation();
  const removed = documents.filter(({ removal }) => removal !== null);
  return (
    <>
      <ul className={styles.list}>
        {documents
          .filter(({ removal }) => removal === null)
          .map((document) => (
            <DocumentItem
              key={document.id}
              mineId={mineId}
              document={document}
              {...(onRemove && removable.includes(document.id) && { onRemove: () => onRemove(document) })}
            />
          ))}
      </ul>
      {removed.length > 0 && (
        <details>
          <summary>
            {t('documents.removedCount', { count: removed.length, value: formatCount(removed.length) })}
          </summary>
          <ul className={styles.list}>
            {removed.map((document) => (
              <DocumentItem key={document.id} mineId={mineId} document={document} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
