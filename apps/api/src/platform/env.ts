import { isIP } from 'node:net';
import { EMAIL, EMAIL_MAX_LENGTH } from '@qingshan/domain';
import { z } from 'zod';

const isPlace = (text: string): boolean => {
  const [address = '', bits] = text.trim().split('/');
  return /^(?:loopback|uniquelocal)$/.test(address) || (isIP(address) > 0 && /^\d{1,3}$/.test(bits ?? '0'));
};

/** Docker hands on what is not set as an empty text. */
const whatIsSet = (value: unknown): unknown => (value === '' ? undefined : value);

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The login the product runs under, where the owner in DATABASE_URL may not make one; it gets its rights at every start. */
  APP_DATABASE_URL: z.preprocess(whatIsSet, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Folder of the built page; without it only the API answers. */
  WEB_DIST: z.string().optional(),
  /** Where the first accounts are written, for their owner's eyes only. */
  QINGSHAN_HOME: z.string().default('.qingshan'),
  /** Folder of documents and photos; `files` in QINGSHAN_HOME without it. */
  QINGSHAN_FILES: z.string().optional(),
  /** `1` loads the demo province into an empty database. */
  QINGSHAN_DEMO: z.enum(['0', '1']).default('0'),
  /** `https` when a proxy in front speaks TLS: cookies become `__Host-` and Secure, HSTS is sent. */
  QINGSHAN_PUBLIC_SCHEME: z.enum(['http', 'https']).default('http'),
  /** Proxies of ours that stand in front, comma-separated: addresses, ranges, `loopback`, `uniquelocal`. */
  QINGSHAN_TRUST_PROXY: z
    .string()
    .refine((list) => list === '' || list.split(',').every(isPlace), 'is no list of addresses')
    .default(''),
  /** CSV of another province's divisions; Jiangxi's without it. */
  QINGSHAN_REGIONS: z.string().optional(),
  /** Where a signer listens that runs elsewhere, under another user; without it the API starts one of its own. */
  SIGNER_SOCKET: z.string().optional(),
  /** `smtps://user:password@host` or `smtp://…` with STARTTLS; without it no mail is sent. */
  QINGSHAN_SMTP: z.preprocess(whatIsSet, z.url({ protocol: /^smtps?$/ }).optional()),
  /** Whom mails come from. */
  QINGSHAN_MAIL_FROM: z.preprocess(whatIsSet, z.string().max(EMAIL_MAX_LENGTH).regex(EMAIL).optional()),
  /** The address of the page, as people type it: links in mails lead there. */
  QINGSHAN_PUBLIC_URL: z.preprocess(whatIsSet, z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
});

/** A mail needs a sender, and a place that its links lead to. */
const schema = settings.superRefine((given, context) => {
  if (given.QINGSHAN_SMTP === undefined) return;
  for (const name of ['QINGSHAN_MAIL_FROM', 'QINGSHAN_PUBLIC_URL'] as const)
    if (given[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is needed beside QINGSHAN_SMTP' });
});

/** What the process was told, read once and typed; a wrong value stops the start with its name. */
export type Env = Readonly<z.output<typeof schema>>;

export class WrongEnv extends Error {}

export const readEnv = (variables: NodeJS.ProcessEnv): Env => {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new WrongEnv(lines.join('\n'));
};
