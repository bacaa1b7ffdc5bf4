import type { MineView } from '@qingshan/contracts';
import type { MineField } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Tag } from '../../../ui/mark';
import { Panel } from '../../../ui/page';
import { FIELD_GROUPS, GROUP_NAMES } from '../field-groups';
import { useFieldText } from '../field-text';
import styles from './file.module.css';

interface MineFactsProps {
  readonly mine: Pick<MineView, MineField | 'gate' | 'mayEdit'>;
  readonly editTo: (field: string) => string;
  /** What a second person has yet to confirm, by field. */
  readonly waiting?: Readonly<Record<string, unknown>>;
}

/** What is known of a mine, in the order of its way. What the gate asks for and nobody has filled in is marked. */
export const MineFacts = ({ mine, editTo, waiting = {} }: MineFactsProps) => {
  const { t } = useTranslation();
  const text = useFieldText();
  const wanted = new Set(mine.gate.filter(({ state }) => state === 'notMet').map(({ mend }) => mend));
  return (
    <Panel title={t('mines.facts.title')}>
      <div className={styles.groups}>
        {GROUP_NAMES.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.groupHead}>
              {t(`mines.facts.group.${group}`)}
              {mine.mayEdit && (
                <Link
                  className={styles.edit}
                  to={editTo(FIELD_GROUPS[group][0])}
                  aria-label={t('mines.facts.editGroup', { group: t(`mines.facts.group.${group}`) })}
                  data-print="no"
                >
                  {t('mines.patches.edit')}
                </Link>
              )}
            </h3>
            <dl className={styles.facts}>
              {FIELD_GROUPS[group].map((field) => (
                <div key={field}>
                  <dt>{t(`labels.field.${field}`)}</dt>
                  <dd
                    title={
                      field === 'regionCode' ? t('mines.facts.code', { code: mine.regionCode }) : undefined
                    }
                  >
                    {mine[field] === null && wanted.has(field) ? (
                      <span className={styles.missing}>{t('mines.facts.missing')}</span>
                    ) : (
                      text(field, mine[field])
                    )}
                    {field in waiting && (
                      <Tag tone="ochre">
                        {t('mines.corrections.beside', { text: text(field, waiting[field]) })}
                      </Tag>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Panel>
  );
};
