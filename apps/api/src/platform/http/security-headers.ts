import type { Env } from '../env';

/**
 * What every answer tells a browser, but for the page, which brings a policy of its own: what the API answers may load
 * nothing at all. A table and no plugin: these never change while the process runs, and are worked out once.
 */
export const securityHeaders = (env: Env): Readonly<Record<string, string>> => ({
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  ...(env.QINGSHAN_PUBLIC_SCHEME === 'https'
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}),
});
