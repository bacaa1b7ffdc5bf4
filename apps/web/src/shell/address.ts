import { callUrl } from '@qingshan/contracts';
import type { z } from 'zod';

/** The address as it is now: two quick presses after each other, and the page may not have drawn the first yet. */
export const addressNow = (): URLSearchParams => new URLSearchParams(window.location.search);

/** What an address says of a list, by the contract's own schema; what it does not understand is left out, never guessed. */
export const readAddress = <Schema extends z.ZodObject>(
  schema: Schema,
  address: URLSearchParams,
): z.output<Schema> => {
  const given = Object.entries(Object.fromEntries(address)).filter(
    ([name, value]) => value !== '' && schema.safeParse({ [name]: value }).success,
  );
  return schema.parse(Object.fromEntries(given));
};

/** The shortest address that says the same: what the schema would say anyway is left out. */
export const writeAddress = <Schema extends z.ZodObject>(
  schema: Schema,
  query: Partial<z.output<Schema>>,
): URLSearchParams => {
  const defaults: Record<string, unknown> = schema.parse({});
  const said = Object.entries(query).filter(([name, value]) => value !== '' && value !== defaults[name]);
  return new URLSearchParams(callUrl({ path: '/' }, { query: Object.fromEntries(said) }).split('?')[1] ?? '');
};

/** The number under which something lies open over a list. */
export const readNumber = (address: URLSearchParams, name: string): number | undefined => {
  const text = address.get(name) ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
};
