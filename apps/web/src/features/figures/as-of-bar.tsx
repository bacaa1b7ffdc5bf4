import { useTranslation } from 'react-i18next';
import { KnownAtInput } from '../../shell/known-at-input';
import { Button, IconButton } from '../../ui/button';
import { Segments } from '../../ui/chips';
import { endOfLastMonth } from '../../ui/form/day';
import { DayPick } from '../../ui/form/day-pick';
import styles from './as-of-bar.module.css';
import { EARLIER, PRESETS } from './days';
import { MEASURES, type FiguresAddress } from './figures-address';

interface AsOfBarProps {
  readonly shown: FiguresAddress;
  readonly today: string;
  readonly onChange: (change: Partial<FiguresAddress>) => void;
}

/** The first of those on the same day; none of a day to come. */
const different = (shortcuts: readonly { readonly label: string; readonly day: string }[]) =>
  shortcuts.filter(({ day }, index) => shortcuts.findIndex((other) => other.day === day) === index);

/** As of which day, compared with which other, and what the charts draw. */
export const AsOfBar = ({ shown: { asOf, knownAt, compare, by }, today, onChange }: AsOfBarProps) => {
  const { t } = useTranslation();
  const presets = (Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => ({
    label: t(`figures.preset.${name}`),
    day: PRESETS[name](today),
  }));
  const earlier = (Object.keys(EARLIER) as (keyof typeof EARLIER)[]).map((name) => ({
    label: t(`figures.earlier.${name}`),
    day: EARLIER[name](asOf),
  }));
  return (
    <section className={styles.bar} aria-label={t('figures.bar.label')} data-print="no">
      <div className={styles.day}>
        <span aria-hidden="true" className={styles.words}>
          {t('figures.bar.asOf')}
        </span>
        <DayPick
          aria-label={t('figures.bar.asOf')}
          value={asOf}
          max={today}
          shortcuts={different(presets)}
          onPick={(day) => onChange({ asOf: day })}
        />
      </div>
      {knownAt === null ? (
        <Button
          icon="plus"
          onClick={() => onChange({ knownAt: asOf === today ? endOfLastMonth(today) : asOf })}
        >
          {t('past.start')}
        </Button>
      ) : (
        <div className={styles.day}>
          <span aria-hidden="true" className={styles.words}>
            {t('past.knownAt')}
          </span>
          <KnownAtInput value={knownAt} onPick={(moment) => onChange({ knownAt: moment ?? null })} />
          <IconButton icon="close" label={t('past.end')} onClick={() => onChange({ knownAt: null })} />
        </div>
      )}
      {compare === null ? (
        <Button icon="plus" onClick={() => onChange({ compare: EARLIER.yearBefore(asOf) })}>
          {t('figures.bar.start')}
        </Button>
      ) : (
        <div className={styles.day}>
          <span aria-hidden="true" className={styles.words}>
            {t('figures.bar.compare')}
          </span>
          <DayPick
            aria-label={t('figures.bar.compare')}
            value={compare}
            max={today}
            shortcuts={different(earlier)}
            onPick={(day) => onChange({ compare: day })}
          />
          <IconButton icon="close" label={t('figures.bar.end')} onClick={() => onChange({ compare: null })} />
        </div>
      )}
      <span className={styles.by}>
        <Segments
          label={t('figures.bar.by')}
          value={by}
          options={MEASURES.map((value) => ({ value, label: t(`figures.by.${value}`) }))}
          onChange={(next) => onChange({ by: next })}
        />
      </span>
    </section>
  );
};
