/** Three who live in the system, and three administrators who run it (三员分立, GB/T 22239-2019 8.1.5): nobody holds two. */
export const ROLES = [
  'official',
  'manager',
  'auditor',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Whoever acts: every rule asks about this and nothing else of the person. */
export interface Actor {
  readonly personId: number;
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
}
