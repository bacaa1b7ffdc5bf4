import type { Role } from './roles';

const FIELD: readonly Role[] = ['official', 'manager', 'auditor'];
const EVERYONE: readonly Role[] = [
  'official',
  'manager',
  'auditor',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
];

/**
 * Who may do what. Each route of the contract names one of these acts, so a route without a rule does not compile.
 * Region scope comes on top, in the API, for every act on mines.
 */
export const POLICY = {
  'region.read': EVERYONE,
  'mine.read': FIELD,
  'mine.create': ['official'],
  'mine.edit': ['official', 'manager'],
  'mine.move': ['official', 'manager'],
  'review.read': FIELD,
  'review.submit': ['official'],
  'review.decide': ['manager'],
  'route.manage': ['systemAdministrator'],
  'correction.read': FIELD,
  'correction.propose': ['official', 'manager'],
  'correction.decide': ['manager'],
  'document.read': FIELD,
  'document.write': ['official', 'manager'],
  'view.keep': FIELD,
  'figure.read': FIELD,
  'map.read': [...FIELD, 'systemAdministrator'],
  'map.manage': ['systemAdministrator'],
  'export.make': FIELD,
  'export.read': [...FIELD, 'auditAdministrator'],
  'import.make': ['official', 'manager'],
  'person.read': ['securityAdministrator'],
  'person.manage': ['securityAdministrator'],
  'trail.read': ['auditAdministrator'],
  'system.read': ['systemAdministrator'],
  'mail.resend': ['systemAdministrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof POLICY;

/** `anyone` needs no session (sign-in, health); `self` needs one and concerns only one's own account. */
export type AccessRule = Act | 'anyone' | 'self';

export const may = (role: Role, act: Act): boolean => (POLICY[act] as readonly Role[]).includes(role);

/** What a role may do, for the page to show only what exists for this person. */
export const actsOf = (role: Role): Act[] => (Object.keys(POLICY) as Act[]).filter((act) => may(role, act));
