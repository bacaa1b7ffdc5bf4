import { ROLES } from '@qingshan/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegions } from '../../shell/regions';
import { Button } from '../../ui/button';
import { usePersonLabels } from './person-fields';
import styles from './people.module.css';

/** What an edit holds. */
interface PersonText {
  readonly name: string;
  readonly role: string;
  readonly regionCode: string;
  readonly email: string;
}

export type PersonField = keyof PersonText;

/** Fields that two people changed to different things, still to be decided. */
export interface Clash {
  readonly fields: readonly PersonField[];
  readonly mine: PersonText;
  readonly theirs: PersonText;
}

interface ClashNoteProps {
  readonly clash: Clash;
  readonly onChoose: (field: PersonField, text: string) => void;
}

/** Both versions of each field in question: one press decides, nothing typed is lost. */
export const ClashNote = ({ clash, onChoose }: ClashNoteProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const labels = usePersonLabels();
  // It stands above what was pressed: it has to come to the person.
  const show = useCallback((note: HTMLElement | null) => note?.focus(), []);
  const textOf = (field: PersonField, text: string) => {
    if (field === 'regionCode') return nameOf(text);
    const role = field === 'role' ? ROLES.find((one) => one === text) : undefined;
    return role ? t(`labels.role.${role}`) : text;
  };
  return (
    <section ref={show} tabIndex={-1} role="alert" className={styles.clash}>
      <h3>{t('people.clash.title')}</h3>
      <p>{clash.fields.length > 0 ? t('people.clash.help') : t('people.clash.merged')}</p>
      {clash.fields.map((field) => (
        <div key={field} role="group" aria-label={labels[field]} className={styles.clashing}>
          <strong>{labels[field]}</strong>
          {(['mine', 'theirs'] as const).map((whose) => (
            <Button key={whose} size="small" onClick={() => onChoose(field, clash[whose][field])}>
              {t(`people.clash.${whose}`, { value: textOf(field, clash[whose][field]) })}
            </Button>
          ))}
        </div>
      ))}
    </section>
  );
};
