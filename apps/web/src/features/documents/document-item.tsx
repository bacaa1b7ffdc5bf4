import { callUrl, documentRoutes, type DocumentView } from '@qingshan/contracts';
import { DOCUMENT_TYPES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../shell/codes';
import { formatBytes, formatInstant } from '../../shell/format';
import { StageTag } from '../../shell/stage-tag';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import styles from './documents.module.css';

interface DocumentItemProps {
  readonly mineId: number;
  readonly document: DocumentView;
  /** Absent where this person may not, or where it has been taken out already. */
  readonly onRemove?: () => void;
}

/** One document: what it is, whose, its fingerprint; a photo is seen, everything else is only fetched. */
export const DocumentItem = ({ mineId, document, onRemove }: DocumentItemProps) => {
  const { t } = useTranslation();
  const code = useCodeName();
  const href = callUrl(documentRoutes.file, { params: { id: mineId, documentId: document.id } });
  const isPhoto = document.mediaType.startsWith('image/');
  const type = code(DOCUMENT_TYPES, document.type);
  return (
    <li className={styles.item}>
      {isPhoto && !document.removal ? (
        <img
          className={styles.photo}
          src={href}
          alt={t('documents.photo', { type, name: document.fileName })}
          loading="lazy"
        />
      ) : (
        <span className={styles.paper}>
          <Icon name="ledger" size={20} />
        </span>
      )}
      <div className={styles.words}>
        <p className={styles.type}>
          <strong>{type}</strong> <StageTag stage={document.stage} />
        </p>
        <p>
          <a href={href} download={document.fileName} className={styles.name}>
            {document.fileName}
          </a>
        </p>
        <p className={styles.about}>
          {t('documents.about', {
            size: formatBytes(document.byteCount),
            who: document.personName,
            when: formatInstant(document.addedAt),
          })}{' '}
          <span title={document.sha256}>{t('documents.hash', { hash: document.sha256.slice(0, 12) })}</span>
        </p>
        {document.removal && (
          <p className={styles.about}>
            {t('documents.takenOut', {
              who: document.removal.personName,
              when: formatInstant(document.removal.removedAt),
              reason: document.removal.reason,
            })}
          </p>
        )}
      </div>
      {onRemove && (
        <span data-print="no">
          <Button
            look="quiet"
            aria-label={t('documents.removeTitle', { name: document.fileName })}
            onClick={onRemove}
          >
            {t('documents.remove')}
          </Button>
        </span>
      )}
    </li>
  );
};
