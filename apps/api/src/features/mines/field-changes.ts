/** The fields whose value really differs, before and after: what is written, and what the trail shows. */
export interface FieldChanges<T> {
  readonly before: Partial<T>;
  readonly after: Partial<T>;
  readonly any: boolean;
}

export const fieldChanges = <T extends object>(current: T, wanted: Partial<T>): FieldChanges<T> => {
  const names = (Object.keys(wanted) as (keyof T)[]).filter(
    (name) => wanted[name] !== undefined && !sameValue(current[name], wanted[name]),
  );
  const pick = (source: Partial<T>) =>
    Object.fromEntries(names.map((name) => [name, source[name]])) as Partial<T>;
  return { before: pick(current), after: pick(wanted), any: names.length > 0 };
};

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** `12.5` and `12.50` are one decimal: the database writes its scale, a person does not. */
const sameValue = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'string' || typeof other !== 'string' || !DECIMAL.test(one) || !DECIMAL.test(other))
    return one === other;
  return one.includes('.') || other.includes('.') ? trimZeros(one) === trimZeros(other) : one === other;
};

const trimZeros = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
