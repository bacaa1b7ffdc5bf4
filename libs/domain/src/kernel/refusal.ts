/**
 * A rule said no. The domain returns refusals as values; the API turns one into a problem document (RFC 9457)
 * and the page shows the sentence of its code in the user's language.
 */
export interface Refusal {
  readonly code: RefusalCode;
  /** What the sentence needs to be useful: names, numbers, days. Never free text in one language. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Every reason the system has to say no. The HTTP status stands here once, so that API and docs agree. */
export const REFUSALS = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'too-many-requests': 429,
  'cross-site-request': 403,
  'password-change-due': 403,
  'not-allowed': 403,
  'not-found': 404,
  'invalid-input': 400,
  'too-large': 413,
  'version-conflict': 409,
  'already-exists': 409,
  'already-done': 409,
  'key-reused': 422,
  busy: 409,
  'move-not-possible': 409,
  'gate-not-met': 422,
  'under-review': 409,
  'stage-paused': 409,
  'own-work': 403,
  'second-person-needed': 422,
  'evidence-accepted': 422,
  'review-elsewhere': 403,
  'content-changed': 409,
  'route-not-possible': 422,
  'delegation-not-possible': 422,
  'date-before-stage': 422,
  'date-before-change': 422,
  'date-in-future': 422,
  'date-in-past': 422,
  'step-order': 422,
  'reason-missing': 422,
  'reason-not-fitting': 422,
  'area-not-whole': 422,
  'weak-password': 422,
  'own-account': 422,
  'scope-not-allowed': 422,
  'file-not-readable': 422,
  'file-refused': 422,
  'import-has-errors': 422,
  'exports-under-way': 409,
  'export-not-there': 409,
  'export-expired': 410,
  'document-lost': 410,
  'mail-not-again': 409,
  'service-unavailable': 503,
  'disk-full': 507,
  internal: 500,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;

export const refuse = (code: RefusalCode, data?: Readonly<Record<string, unknown>>): Refusal =>
  data ? { code, data } : { code };
