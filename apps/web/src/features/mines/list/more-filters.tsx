import { BLANKABLE_FIELDS, fromMu, RESTORATION_APPROACHES } from '@qingshan/domain';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shell/i18n';
import { KnownAtInput } from '../../../shell/known-at-input';
import { Chips } from '../../../ui/chips';
import { Choose } from '../../../ui/form/inputs';
import { MineralChooser } from '../lazy-choosers';
import type { MinesQuery } from '../queries';
import { CommitInput } from './commit-input';
import { plainMu } from './filter-words';
import styles from './filters.module.css';

interface MoreFiltersProps {
  readonly query: MinesQuery;
  readonly onChange: (change: Partial<MinesQuery>) => void;
}

const MINERAL_CODE = /^\d{5}$/;

/** Filters wanted less often: mineral, approach, years and areas. Areas are typed in mu and asked for in m². */
export const MoreFilters = ({ query, onChange }: MoreFiltersProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const blank = query.blank ?? [];

  const year = (name: 'closedFrom' | 'closedTo', label: string, hint: string) => (
    <CommitInput
      label={label}
      placeholder={hint}
      value={query[name] === undefined ? '' : String(query[name])}
      refuse={(text) => (/^(?:19|20|21)\d\d$/.test(text) ? null : t('mines.filter.notYear'))}
      onCommit={(text) => onChange({ [name]: text === '' ? undefined : Number(text) })}
    />
  );
  const area = (name: 'areaFrom' | 'areaTo', label: string, hint: string) => (
    <CommitInput
      label={label}
      placeholder={hint}
      value={query[name] === undefined ? '' : plainMu(query[name])}
      refuse={(text) => (fromMu(text) === null ? t('mines.filter.notArea') : null)}
      onCommit={(text) => onChange({ [name]: text === '' ? undefined : (fromMu(text) ?? undefined) })}
    />
  );

  return (
    <div className={styles.more} data-more>
      <div className={styles.part}>
        <span className={styles.partLabel}>{t('labels.field.mineralCode')}</span>
        <div className={styles.minerals}>
          <Suspense fallback={<span className={styles.waiting} />}>
            <MineralChooser
              label={t('labels.field.mineralCode')}
              placeholder={t('mines.filter.anyMineral')}
              value={query.mineral ?? []}
              onChange={(codes) => {
                const mineral = codes.filter((code) => MINERAL_CODE.test(code));
                onChange({ mineral: mineral.length > 0 ? mineral : undefined });
              }}
            />
          </Suspense>
        </div>
      </div>
      <div className={styles.part}>
        <span className={styles.partLabel}>{t('labels.field.approach')}</span>
        <Chips
          label={t('labels.field.approach')}
          options={RESTORATION_APPROACHES.map((one) => ({ value: one.code, label: one[language] }))}
          selected={query.approach ?? []}
          onChange={(approach) => onChange({ approach: approach.length > 0 ? approach : undefined })}
        />
      </div>
      <div className={styles.part}>
        <span className={styles.partLabel}>{t('mines.filter.closed')}</span>
        <span className={styles.span}>
          {year('closedFrom', t('mines.filter.closedFrom'), t('mines.filter.from'))}
          <span aria-hidden="true">–</span>
          {year('closedTo', t('mines.filter.closedTo'), t('mines.filter.to'))}
        </span>
      </div>
      <div className={styles.part}>
        <span className={styles.partLabel}>{t('mines.filter.area')}</span>
        <span className={styles.span}>
          {area('areaFrom', t('mines.filter.areaFrom'), t('mines.filter.from'))}
          <span aria-hidden="true">–</span>
          {area('areaTo', t('mines.filter.areaTo'), t('mines.filter.to'))}
        </span>
      </div>
      <label className={styles.part}>
        <span className={styles.partLabel}>{t('mines.filter.blank')}</span>
        <Choose
          blank={t('mines.filter.blankHint')}
          value=""
          choices={BLANKABLE_FIELDS.filter((field) => !blank.includes(field)).map((field) => ({
            value: field,
            label: t(`labels.field.${field}`),
          }))}
          onChange={({ target }) => {
            const chosen = BLANKABLE_FIELDS.find((field) => field === target.value);
            if (chosen) onChange({ blank: [...blank, chosen] });
          }}
        />
      </label>
      <div className={styles.part}>
        <span aria-hidden="true" className={styles.partLabel}>
          {t('past.knownAt')}
        </span>
        <KnownAtInput value={query.knownAt} onPick={(knownAt) => onChange({ knownAt })} />
      </div>
    </div>
  );
};
