import { isIPv6 } from 'node:net';
import { canonicalJson } from '@qingshan/domain';

type Fields = Readonly<Record<string, unknown>>;

/** Which columns of an entry do not say what its bytes say. */
export const differingColumns = (body: Uint8Array, columns: Fields): string[] => {
  const said = fieldsOf(body);
  if (!said) return ['body'];
  return Object.keys({ ...columns, ...said }).filter(
    (field) => oneForm(field, said[field]) !== oneForm(field, columns[field]),
  );
};

const fieldsOf = (body: Uint8Array): Fields | null => {
  try {
    const { at, entry } = JSON.parse(Buffer.from(body).toString('utf8')) as { at: unknown; entry: object };
    return { ...entry, at };
  } catch {
    return null;
  }
};

/** What JSON leaves out is null in a column, and one address has several spellings. */
const oneForm = (field: string, value: unknown): string =>
  field === 'address' && typeof value === 'string' && isIPv6(value)
    ? new URL(`http://[${value}]`).hostname
    : canonicalJson(value ?? null);
