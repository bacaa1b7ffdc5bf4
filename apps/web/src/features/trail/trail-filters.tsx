import { trailActionsOf, TRAIL_TOPICS } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/session-context';
import { Button } from '../../ui/button';
import { Chips, FilterChip } from '../../ui/chips';
import { DayPick } from '../../ui/form/day-pick';
import { Choose } from '../../ui/form/inputs';
import { SearchInput } from '../../ui/form/search-input';
import { askedAction } from './labels';
import type { TrailQuery } from './queries';
import styles from './trail.module.css';

interface TrailFiltersProps {
  readonly query: TrailQuery;
  readonly onChange: (change: Partial<TrailQuery>) => void;
  readonly onClear: () => void;
}

export const isFiltered = ({ action, person, object, from, to, outcome }: TrailQuery): boolean =>
  Boolean(action ?? person ?? object ?? from ?? to ?? outcome);

/** Which entries: by whom, on what, which act or kind of acts, between which days, and whether only what was refused. */
export const TrailFilters = ({ query, onChange, onClear }: TrailFiltersProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const { action, person, object, from, to, outcome } = query;
  const groups = TRAIL_TOPICS.map((topic) => ({
    label: t(`trail.topic.${topic}`),
    choices: [
      { value: topic, label: t('trail.filter.all', { topic: t(`trail.topic.${topic}`) }) },
      ...trailActionsOf(topic).map((value) => ({ value, label: t(`trail.action.${value}`) })),
    ],
  }));
  return (
    <section className={styles.filters} aria-label={t('trail.filter.label')} data-print="no">
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchInput
            label={t('trail.filter.person')}
            placeholder={t('trail.filter.personHint')}
            value={person ?? ''}
            onSearch={(text) => onChange({ person: text || undefined })}
          />
        </div>
        <div className={styles.search}>
          <SearchInput
            label={t('trail.filter.object')}
            placeholder={t('trail.filter.objectHint')}
            value={object ?? ''}
            onSearch={(text) => onChange({ object: text || undefined })}
          />
        </div>
        <div className={styles.action}>
          <Choose
            aria-label={t('trail.filter.action')}
            blank={t('trail.filter.anyAction')}
            value={action ?? ''}
            groups={groups}
            onChange={({ target }) =>
              onChange({
                action: groups.flatMap(({ choices }) => choices).find(({ value }) => value === target.value)
                  ?.value,
              })
            }
          />
        </div>
        <div className={styles.days}>
          <DayPick
            aria-label={t('trail.filter.from')}
            value={from ?? ''}
            max={to ?? today}
            onPick={(day) => onChange({ from: day })}
          />
          <span aria-hidden="true">–</span>
          <DayPick
            aria-label={t('trail.filter.to')}
            value={to ?? ''}
            min={from}
            max={today}
            onPick={(day) => onChange({ to: day })}
          />
        </div>
      </div>
      <div className={styles.bar}>
        <Chips
          label={t('trail.column.outcome')}
          options={[{ value: 'refused', label: t('trail.filter.refused') }]}
          selected={outcome === 'refused' ? ['refused'] : []}
          onChange={([only]) => onChange({ outcome: only })}
        />
        {from && (
          <FilterChip onClear={() => onChange({ from: undefined })}>
            {t('trail.filter.since', { day: from })}
          </FilterChip>
        )}
        {to && (
          <FilterChip onClear={() => onChange({ to: undefined })}>
            {t('trail.filter.until', { day: to })}
          </FilterChip>
        )}
        {isFiltered(query) && (
          <Button look="quiet" size="small" onClick={onClear}>
            {t('trail.filter.clear')}
          </Button>
        )}
      </div>
    </section>
  );
};

/** On paper the controls are gone: what was looked for is said in words. */
export const PrintedFilter = ({ query }: { readonly query: TrailQuery }) => {
  const { t } = useTranslation();
  const { action, person, object, from, to, outcome } = query;
  const words = [
    person && t('trail.fact', { label: t('trail.column.who'), value: person }),
    object && t('trail.fact', { label: t('trail.column.subject'), value: object }),
    action &&
      t('trail.fact', {
        label: t('trail.column.what'),
        value: askedAction(t, action),
      }),
    from && t('trail.filter.since', { day: from }),
    to && t('trail.filter.until', { day: to }),
    outcome && t('trail.fact', { label: t('trail.column.outcome'), value: t(`trail.outcome.${outcome}`) }),
  ].filter(Boolean);
  return words.length === 0 ? null : <p className={styles.printed}>{words.join(t('trail.semicolon'))}</p>;
};
