import { PERSON_STATES } from '@qingshan/contracts';
import { ROLES } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { Choose } from '../../ui/form/inputs';
import { SearchInput } from '../../ui/form/search-input';
import styles from './people.module.css';
import type { PeopleQuery } from './queries';
import { RegionSteps } from './region-steps';

interface PeopleFiltersProps {
  readonly query: PeopleQuery;
  readonly onChange: (change: Partial<PeopleQuery>) => void;
  readonly onClear: () => void;
}

export const isFiltered = ({ q, role, region, state }: PeopleQuery): boolean =>
  Boolean(q ?? region ?? state) || (role?.length ?? 0) > 0;

/** Whose accounts: a part of the name, a division with all below it, roles, a state. */
export const PeopleFilters = ({ query, onChange, onClear }: PeopleFiltersProps) => {
  const { t } = useTranslation();
  return (
    <section className={styles.filters} aria-label={t('people.filter.label')} data-print="no">
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchInput
            label={t('people.filter.search')}
            placeholder={t('people.filter.searchHint')}
            value={query.q ?? ''}
            onSearch={(q) => onChange({ q: q || undefined })}
          />
        </div>
        <RegionSteps
          label={t('people.filter.region')}
          blank={t('people.filter.anyRegion')}
          value={query.region ?? ''}
          onChange={(code) => onChange({ region: code || undefined })}
        />
        <div className={styles.states}>
          <Choose
            aria-label={t('people.filter.state')}
            blank={t('people.filter.anyState')}
            value={query.state ?? ''}
            choices={PERSON_STATES.map((state) => ({ value: state, label: t(`people.state.${state}`) }))}
            onChange={({ target }) =>
              onChange({ state: PERSON_STATES.find((state) => state === target.value) })
            }
          />
        </div>
      </div>
      <div className={styles.bar}>
        <Chips
          label={t('people.column.role')}
          options={ROLES.map((role) => ({ value: role, label: t(`labels.role.${role}`) }))}
          selected={query.role ?? []}
          onChange={(role) => onChange({ role: role.length > 0 ? role : undefined })}
        />
        {isFiltered(query) && (
          <Button look="quiet" size="small" onClick={onClear}>
            {t('people.filter.clear')}
          </Button>
        )}
      </div>
    </section>
  );
};
