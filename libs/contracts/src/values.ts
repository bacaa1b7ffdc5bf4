import {
  codesOf,
  DOCUMENT_TYPES,
  DEGREES,
  EMAIL,
  EMAIL_MAX_LENGTH,
  FEN,
  FUNDING_SOURCES,
  isCalendarDay,
  isKnownMoment,
  LISTED_STAGES,
  MINING_METHODS,
  PATCH_ATTRIBUTES,
  PATCH_SUBCLASSES,
  REGION_CODE,
  RESTORATION_APPROACHES,
  ROLES,
  SQUARE_METRES,
  STAGES,
} from '@qingshan/domain';
import { z } from 'zod';

// PostgreSQL refuses NUL, and lone surrogates have no UTF-8: both are caught here and not as a server error.
const storable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/** Text that is taken sign for sign: a name to compare with, not one to keep. */
export const exactText = (max: number) =>
  z.string().max(max).refine(storable, 'holds characters that cannot be stored');

/** Text a person typed: trimmed, composed to NFC, at most `max` signs. */
export const text = (max: number) => exactText(max).transform((value) => value.normalize('NFC').trim());

export const requiredText = (max: number) => text(max).pipe(z.string().min(1));

/** Optional text: empty means absent. */
export const optionalText = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable();

/** An address for mail: empty means none. Nothing in it can become a header or a second recipient. */
export const email = z
  .string()
  .max(EMAIL_MAX_LENGTH)
  .refine((value) => value === '' || EMAIL.test(value), 'is no address')
  .transform((value) => (value === '' ? null : value))
  .nullable();

export const id = z.int().positive().max(Number.MAX_SAFE_INTEGER);

/** An id in a path or query: digits only, so that `1e3` and `0x10` are refused. */
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
  .meta({ description: 'The number the system gave it' });

export const day = z.string().refine(isCalendarDay, 'is no day of the calendar').meta({ format: 'date' });
/** Until when something had to be recorded: a day to its end, or a moment of it, in Shanghai's time unless it says another. */
export const knownMoment = z.string().refine(isKnownMoment, 'is no day and no moment of the calendar');
export const instant = z.string().meta({ format: 'date-time' });
export const squareMetres = z
  .string()
  .regex(SQUARE_METRES)
  .meta({ description: 'm², decimal text, two places' });
export const fen = z.string().regex(FEN).meta({ description: 'fen, digits' });
export const degrees = z.string().regex(DEGREES).meta({ description: 'CGCS2000 degrees, up to six places' });
export const regionCode = z.string().regex(REGION_CODE);
export const stage = z.enum(STAGES);
export const listedStage = z.enum(LISTED_STAGES);
export const role = z.enum(ROLES);
export const mineralCode = z.string().regex(/^\d{5}$/);
export const miningMethod = z.enum(codesOf(MINING_METHODS));
export const approach = z.enum(codesOf(RESTORATION_APPROACHES));
export const fundingSource = z.enum(codesOf(FUNDING_SOURCES));
export const documentType = z.enum(codesOf(DOCUMENT_TYPES));
export const patchSubclass = z.enum(codesOf(PATCH_SUBCLASSES));
export const patchAttribute = z.enum(codesOf(PATCH_ATTRIBUTES));
export const year = z.int().min(1900).max(2199);

/** A list: comma-separated in a query, an array in a body; at most 100 values, none twice. */
export const list = <T extends string>(item: z.ZodType<T, string>) =>
  z
    .union([
      z
        .string()
        .max(4000)
        .transform((value) => value.split(',')),
      z.array(z.string()).max(100),
    ])
    .transform((values) => [...new Set(values.filter((value) => value !== ''))])
    .pipe(z.array(item).max(100));

/** A whole number: digits in a query, a number in a body. */
export const wholeNumber = (min: number, max: number) =>
  z
    .union([
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      z.int(),
    ])
    .pipe(z.int().min(min).max(max));

export const paging = {
  page: wholeNumber(1, 1_000_000).default(1).meta({ description: 'Which page, the first is 1' }),
  pageSize: wholeNumber(1, 200).default(50).meta({ description: 'Rows of a page' }),
};

export const nothing = z.null();
