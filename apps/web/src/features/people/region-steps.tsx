import { useTranslation } from 'react-i18next';
import { pathOf, useRegions } from '../../shell/regions';
import { Choose } from '../../ui/form/inputs';
import type { Bound } from '../../ui/form/field';
import styles from './people.module.css';

type Control = Pick<Bound, 'id' | 'onBlur' | 'ref' | 'aria-invalid' | 'aria-describedby'>;

interface RegionStepsProps extends Partial<Control> {
  readonly label: string;
  /** Words for no division at all. */
  readonly blank: string;
  /** Empty where none is chosen. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A division, level by level: short lists that a keyboard and a phone both know. The first choice of each is the whole. */
export const RegionSteps = ({
  label,
  blank,
  value,
  onChange,
  id,
  onBlur,
  ref,
  ...aria
}: RegionStepsProps) => {
  const { t } = useTranslation();
  const { regions, nameOf } = useRegions();
  const below = (code: string) =>
    regions.filter((region) => region.parentCode === code && region.level !== 'unassigned');
  const path = pathOf(regions, value);
  const root = regions.find((region) => region.parentCode === null);
  const choices = (codes: readonly string[]) => codes.map((code) => ({ value: code, label: nameOf(code) }));
  const whole = (code: string) => ({
    value: code,
    label: t('people.region.whole', { region: nameOf(code) }),
  });
  const [, ...lower] = path;

  return (
    <div className={styles.steps} role="group" aria-label={label}>
      <Choose
        {...aria}
        id={id}
        ref={ref}
        onBlur={onBlur}
        aria-label={id === undefined ? label : undefined}
        disabled={!root}
        blank={blank}
        value={lower[0]?.code ?? path[0]?.code ?? ''}
        choices={root ? [whole(root.code), ...choices(below(root.code).map(({ code }) => code))] : []}
        onChange={(event) => onChange(event.target.value)}
      />
      {lower.map(({ code }, index) => {
        const parts = below(code);
        if (parts.length === 0) return null;
        return (
          <Choose
            key={code}
            aria-label={t('people.region.within', { region: nameOf(code) })}
            value={lower[index + 1]?.code ?? code}
            choices={[whole(code), ...choices(parts.map((part) => part.code))]}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      })}
    </div>
  );
};
