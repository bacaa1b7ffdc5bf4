import type { Route } from '@qingshan/contracts';
import { z } from 'zod';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  default?: unknown;
}

const TEXTS = ['1', '360704', '84711', '1.00', '115.0', 'somebody', 'x'];

const valueOf = (schema: Schema): unknown => {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return valueOf(schema.anyOf[0] ?? {});
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, valueOf(inner)]),
    );
  if (schema.type === 'array') return schema.items ? [valueOf(schema.items)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return true;
  if (schema.format === 'date') return '2026-05-06';
  const fits = (text: string) => !schema.pattern || new RegExp(schema.pattern).test(text);
  return TEXTS.find(fits) ?? '1';
};

/** A value of the shape a part of a route reads, made from its schema. */
const sampleOf = (part: z.ZodObject | undefined): Record<string, unknown> =>
  part === undefined
    ? {}
    : (valueOf(z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as Schema) as Record<
        string,
        unknown
      >);

/** Every place in a value, as the keys that lead there. */
export const placesIn = (value: unknown, path: readonly string[] = []): string[][] => {
  const inner =
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, child]) => placesIn(child, [...path, key]))
      : [];
  return path.length > 0 ? [[...path], ...inner] : inner;
};

/** The value with something else in one place. */
export const withAt = (value: unknown, path: readonly string[], wrong: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return wrong;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? withAt(item, rest, wrong) : item));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: withAt(record[key], rest, wrong) };
};

export const partsOf = ({ params, query, body }: Route) => ({
  params: sampleOf(params),
  query: sampleOf(query),
  body: sampleOf(body),
});
