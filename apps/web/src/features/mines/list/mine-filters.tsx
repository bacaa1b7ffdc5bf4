import { STAGES } from '@qingshan/domain';
import { Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shell/session-context';
import { StageMark } from '../../../shell/stage-tag';
import { Button } from '../../../ui/button';
import { Chips, FilterChip } from '../../../ui/chips';
import { DayInput } from '../../../ui/form/day-input';
import { endOfLastMonth, tidyDay } from '../../../ui/form/day';
import { SearchInput } from '../../../ui/form/search-input';
import { RegionChooser } from '../lazy-choosers';
import type { MinesQuery } from '../queries';
import { useReach } from '../reach';
import { useStepKeys } from '../step-keys';
import { useFilterWords } from './filter-words';
import styles from './filters.module.css';
import { filtersIn, without } from './list-query';
import { MoreFilters } from './more-filters';

interface MineFiltersProps {
  readonly query: MinesQuery;
  readonly onChange: (change: Partial<MinesQuery>) => void;
  readonly onClear: () => void;
}

const IN_MORE = new Set(['mineral', 'approach', 'closed', 'area', 'blank', 'knownAt']);

/** Which mines: a word, a division, stages, a day to look back to, and more on demand. */
export const MineFilters = ({ query, onChange, onClear }: MineFiltersProps) => {
  const { t } = useTranslation();
  const reach = useReach();
  const wordsOf = useFilterWords();
  const active = filtersIn(query);
  const [more, setMore] = useState(() => active.some((name) => IN_MORE.has(name)));
  const section = useRef<HTMLElement>(null);
  useStepKeys({
    f: () => {
      flushSync(() => setMore(true));
      section.current?.querySelector<HTMLElement>('[data-more] input, [data-more] button')?.focus();
    },
  });
  const chips = active.filter((name) => name !== 'stage' && name !== 'overdue');

  return (
    <section ref={section} className={styles.filters} aria-label={t('mines.filter.label')} data-print="no">
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchInput
            label={t('mines.list.search')}
            placeholder={t('mines.list.searchHint')}
            value={query.q ?? ''}
            onSearch={(q) => onChange({ q: q || undefined })}
          />
        </div>
        {reach.options.length > 0 && (
          <div className={styles.chooser}>
            <Suspense fallback={<span className={styles.waiting} />}>
              <RegionChooser
                label={t('mines.filter.region')}
                placeholder={t('mines.filter.anyRegion')}
                value={query.region?.length === 1 ? query.region[0] : undefined}
                onChange={(code) => onChange({ region: code === undefined ? undefined : [code] })}
              />
            </Suspense>
          </div>
        )}
        <AsOf day={query.asOf} onChange={(asOf) => onChange({ asOf })} />
        <Button aria-expanded={more} icon={more ? 'up' : 'down'} onClick={() => setMore(!more)}>
          {more ? t('mines.filter.fewer') : t('mines.filter.more')}
        </Button>
      </div>
      <div className={styles.quick}>
        <Chips
          label={t('mines.stage')}
          options={STAGES.map((stage) => ({
            value: stage,
            label: t(`labels.stage.${stage}`),
            mark: <StageMark stage={stage} />,
          }))}
          selected={query.stage ?? []}
          onChange={(stage) => onChange({ stage: stage.length > 0 ? stage : undefined })}
        />
        <Chips
          label={t('mines.filter.due')}
          options={[{ value: 'yes', label: t('mines.filter.overdue') }]}
          selected={query.overdue ? [query.overdue] : []}
          onChange={([overdue]) => onChange({ overdue })}
        />
      </div>
      {more && <MoreFilters query={query} onChange={onChange} />}
      {chips.length > 0 && (
        <div role="group" aria-label={t('mines.filter.active')} className={styles.active}>
          {chips.map((name) => (
            <FilterChip key={name} onClear={() => onChange(without(query, name))}>
              {wordsOf(name, query)}
            </FilterChip>
          ))}
          <Button look="quiet" size="small" onClick={onClear}>
            {t('mines.list.clear')}
          </Button>
        </div>
      )}
    </section>
  );
};

interface AsOfProps {
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** The day the list stands at. It takes effect once it is a whole day, so that no half-typed year is searched. */
const AsOf = ({ day, onChange }: AsOfProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const [draft, setDraft] = useState<string | null>(null);
  const take = (typed: string) => {
    const next = tidyDay(typed);
    setDraft(typed);
    if (next === '' || next >= today) onChange(undefined);
    else if (/^\d{4}-\d{2}-\d{2}$/.test(next)) onChange(next);
  };
  return (
    <div className={styles.asOf}>
      <span aria-hidden="true" className={styles.asOfWords}>
        {t('mines.filter.asOf')}
      </span>
      <DayInput
        aria-label={t('mines.filter.asOf')}
        value={draft ?? day ?? ''}
        max={today}
        shortcuts={[{ label: t('format.lastMonthEnd'), day: endOfLastMonth(today) }]}
        onChange={take}
        onBlur={() => setDraft(null)}
      />
    </div>
  );
};
