/**
 * JSON in the one form of RFC 8785: names in the order of their UTF-16 units, numbers as ECMAScript writes them, no
 * space. What JSON cannot say is refused instead of being left out of what is hashed; an absent member is no member.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return numberOf(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return textOf(value.toISOString());
  if (typeof value === 'object') return objectOf(value as Readonly<Record<string, unknown>>);
  throw new TypeError(`${typeof value} has no JSON`);
};

const numberOf = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  return JSON.stringify(value);
};

const textOf = (value: string): string => {
  // Has no UTF-8, so two different texts would have the same bytes.
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A lone surrogate has no JSON');
  return JSON.stringify(value);
};

const objectOf = (value: Readonly<Record<string, unknown>>): string => {
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${textOf(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(',')}}`;
};
