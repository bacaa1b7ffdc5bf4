import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Area, Money } from '../../../shell/written';
import { useFieldText } from '../field-text';
import styles from './mine-peek.module.css';

const FACTS = ['mineralCode', 'closureYear', 'approach', 'planApprovalNo', 'acceptanceNo'] as const;

/** The facts one looks for first, of the present or of a day. */
type GlanceFacts = Pick<
  MineView,
  (typeof FACTS)[number] | 'damagedSquareMetres' | 'restoredSquareMetres' | 'fundsAllocatedFen'
>;

export const GlanceFacts = ({ mine }: { readonly mine: GlanceFacts }) => {
  const { t } = useTranslation();
  const text = useFieldText();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('mines.damaged')}</dt>
        <dd>
          <Area squareMetres={mine.damagedSquareMetres} /> {t('format.mu')}
        </dd>
      </div>
      <div>
        <dt>{t('mines.restored')}</dt>
        <dd>
          <Area squareMetres={mine.restoredSquareMetres} /> {t('format.mu')}
        </dd>
      </div>
      {FACTS.map((field) => (
        <div key={field}>
          <dt>{t(`labels.field.${field}`)}</dt>
          <dd>{text(field, mine[field])}</dd>
        </div>
      ))}
      {mine.fundsAllocatedFen !== null && (
        <div>
          <dt>{t('labels.field.fundsAllocatedFen')}</dt>
          <dd>
            <Money fen={mine.fundsAllocatedFen} />
          </dd>
        </div>
      )}
    </dl>
  );
};
