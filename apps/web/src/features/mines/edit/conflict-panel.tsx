import type { MineField } from '@qingshan/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { useFieldText } from '../field-text';
import styles from './edit.module.css';
import type { MineText } from './form-text';

/** Fields that two people changed to different things, still to be decided. */
export interface Clash {
  readonly fields: readonly MineField[];
  readonly base: MineText;
  readonly mine: MineText;
  readonly theirs: MineText;
  readonly first: { readonly who: string; readonly when: string } | null;
}

interface ConflictPanelProps {
  readonly clash: Clash;
  readonly onChoose: (field: MineField, text: string) => void;
}

/** Both versions field by field, and what it was before either: one press decides. Nothing typed is lost. */
export const ConflictPanel = ({ clash, onChoose }: ConflictPanelProps) => {
  const { t } = useTranslation();
  const text = useFieldText();
  // Far above the button that was pressed: it has to come to the person.
  const show = useCallback((panel: HTMLElement | null) => panel?.focus(), []);
  if (clash.fields.length === 0) return null;
  return (
    <section ref={show} tabIndex={-1} className={styles.conflict} role="alert">
      <h3>{t('mines.conflict.title', { count: clash.fields.length })}</h3>
      <p>{clash.first ? t('mines.conflict.help', clash.first) : t('mines.conflict.helpSomeone')}</p>
      <dl className={styles.clashes}>
        {clash.fields.map((field) => {
          const label = t(`labels.field.${field}`);
          const take = (from: 'mine' | 'theirs') => (
            <Button
              size="small"
              aria-label={`${t('mines.conflict.choose', { field: label })} ${t(`mines.conflict.${from}`)}`}
              onClick={() => onChoose(field, clash[from][field])}
            >
              {t(`mines.conflict.${from}`)}
            </Button>
          );
          return (
            <div key={field}>
              <dt>{label}</dt>
              <dd>
                {take('mine')} {text(field, clash.mine[field])}
              </dd>
              <dd>
                {take('theirs')} {text(field, clash.theirs[field])}
              </dd>
              <dd className={styles.base}>
                {t('mines.edit.was', { value: text(field, clash.base[field]) })}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
};
