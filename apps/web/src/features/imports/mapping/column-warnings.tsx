import type { LedgerField } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { Icon } from '../../../ui/icon';
import styles from './columns-step.module.css';
import { lacksUnit, type Column } from './meanings';

interface ColumnWarningsProps {
  readonly columns: readonly Column[];
  readonly guessed: boolean;
}

/** What the check would stumble over, said before it runs. */
export const ColumnWarnings = ({ columns, guessed }: ColumnWarningsProps) => {
  const { t } = useTranslation();
  const has = (field: LedgerField) => columns.some((column) => column.field === field);
  const unitless = columns.filter(lacksUnit).length;
  const warnings = [
    ...(guessed ? [{ text: t('imports.reading.confirmFirst'), error: true }] : []),
    ...(has('number') ? [] : [{ text: t('imports.columns.noNumber'), error: true }]),
    ...(unitless === 0 ? [] : [{ text: t('imports.columns.noUnit', { count: unitless }), error: true }]),
    ...(has('region') ? [] : [{ text: t('imports.columns.noRegion'), error: false }]),
  ];
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map(({ text, error }) => (
        <li key={text} className={classNames(styles.warning, error && styles.error)}>
          <Icon name="warning" size={16} />
          {text}
        </li>
      ))}
    </ul>
  );
};
