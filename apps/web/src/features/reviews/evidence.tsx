import { callUrl, documentRoutes, type SubmissionView } from '@qingshan/contracts';
import { DOCUMENT_TYPES, MINE_FIELDS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../shell/codes';
import { FrozenSteps } from './frozen-steps';
import styles from './reviews.module.css';
import type { FieldWords } from './words';

interface EvidenceProps {
  readonly submission: SubmissionView;
  readonly words: FieldWords;
}

const PHOTO = /\.(?:jpe?g|png)$/i;

/** The claim on one side, the papers it rests on at the other: all as they were frozen. */
export const Evidence = ({
  submission: { content, mineId, stage },
  words: { label, text },
}: EvidenceProps) => {
  const { t } = useTranslation();
  const code = useCodeName();
  const papers = content.documents.filter((one) => one.stage === stage);
  return (
    <div className={styles.evidence}>
      <section>
        <h3>{t('reviews.claim')}</h3>
        <dl className={styles.facts}>
          {MINE_FIELDS.filter((field) => content.mine[field] !== null).map((field) => (
            <div key={field}>
              <dt>{label(field)}</dt>
              <dd>{text(field, content.mine[field])}</dd>
            </div>
          ))}
          {content.patches.map((patch) => (
            <div key={patch.number}>
              <dt>{t('reviews.patch', { number: patch.number })}</dt>
              <dd>
                {t('reviews.areas', {
                  area: text('areaSquareMetres', patch.areaSquareMetres),
                  restored: text('restoredSquareMetres', patch.restoredSquareMetres),
                })}
              </dd>
            </div>
          ))}
        </dl>
        <h3 className={styles.steps}>{t('reviews.steps')}</h3>
        <FrozenSteps steps={content.steps} />
      </section>
      <section>
        <h3>{t('reviews.papers')}</h3>
        {papers.length === 0 && <p>{t('reviews.noPapers')}</p>}
        <ul className={styles.papers}>
          {papers.map(({ sha256, type, fileName, documentId }) => {
            const href = documentId
              ? callUrl(documentRoutes.file, { params: { id: mineId, documentId } })
              : undefined;
            const name = code(DOCUMENT_TYPES, type);
            return (
              <li key={sha256 + type}>
                {href && PHOTO.test(fileName) && (
                  <img src={href} alt={t('documents.photo', { type: name, name: fileName })} loading="lazy" />
                )}
                <strong>{name}</strong>{' '}
                <a href={href} download={fileName}>
                  {fileName}
                </a>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
};
