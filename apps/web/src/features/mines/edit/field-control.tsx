import { MINERALS, type MineField } from '@qingshan/domain';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shell/i18n';
import { useRegions } from '../../../shell/regions';
import { useSession } from '../../../shell/session-context';
import { DayInput } from '../../../ui/form/day-input';
import type { Bound } from '../../../ui/form/field';
import { Choose, TextArea, TextInput } from '../../../ui/form/inputs';
import { CODE_LISTS } from '../field-text';
import { OneMineralChooser, RegionChooser } from '../lazy-choosers';
import { useMoneyUnits } from './units';
import { UnitInput } from './unit-input';

interface FieldControlProps {
  readonly field: MineField;
  readonly label: string;
  readonly bound: Bound;
  /** Whether this person may say where the mine lies. */
  readonly mayPlace: boolean;
}

const DAY = /On$/;

/** The control that fits a field: a list of codes, a day, an amount, a place, or a text. */
export const FieldControl = ({ field, label, bound, mayPlace }: FieldControlProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const units = useMoneyUnits();
  const { nameOf } = useRegions();
  if (field === 'regionCode')
    return !mayPlace ? (
      <TextInput {...bound} value={nameOf(bound.value)} readOnly />
    ) : (
      <Waiting>
        <RegionChooser
          id={bound.id}
          label={label}
          placeholder={label}
          value={bound.value || undefined}
          onChange={(code) => bound.onChange(code ?? '')}
          lowestOnly
        />
      </Waiting>
    );
  if (field === 'mineralCode')
    return (
      <Waiting>
        <OneMineralChooser
          id={bound.id}
          label={label}
          placeholder={t('format.none')}
          value={bound.value || undefined}
          onChange={(code) => bound.onChange(code ?? '')}
        />
      </Waiting>
    );
  if (CODE_LISTS[field]) return <CodeChoice field={field} bound={bound} />;
  if (field === 'fundsAllocatedFen') return <UnitInput bound={bound} label={label} units={units} />;
  if (DAY.test(field))
    return <DayInput {...bound} max={today} shortcuts={[{ label: t('format.today'), day: today }]} />;
  if (field === 'remark' || field === 'location')
    return <TextArea {...bound} rows={field === 'remark' ? 3 : 2} />;
  return (
    <TextInput
      {...bound}
      inputMode={
        field === 'closureYear'
          ? 'numeric'
          : field === 'longitude' || field === 'latitude'
            ? 'decimal'
            : undefined
      }
    />
  );
};

const Waiting = ({ children }: { readonly children: React.ReactNode }) => (
  <Suspense fallback={<TextInput disabled aria-label={useTranslation().t('ui.loading')} />}>
    {children}
  </Suspense>
);

/** A short list of codes. A code of an old ledger that the list does not hold stays until another is chosen. */
const CodeChoice = ({ field, bound }: Pick<FieldControlProps, 'field' | 'bound'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = CODE_LISTS[field] ?? MINERALS;
  const known = list.map((entry) => ({ value: entry.code, label: entry[language] }));
  const isKnown = bound.value === '' || known.some(({ value }) => value === bound.value);
  const choices = isKnown
    ? known
    : [...known, { value: bound.value, label: t('mines.edit.otherCode', { code: bound.value }) }];
  return <Choose {...bound} choices={choices} blank={t('format.none')} />;
};
