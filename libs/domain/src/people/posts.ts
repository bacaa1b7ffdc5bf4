import { refuse, type Refusal } from '../kernel/refusal';
import type { RegionLevel } from '../regions/region';
import type { Role } from './roles';

const ANYWHERE: readonly RegionLevel[] = ['province', 'city', 'county', 'functional'];
const WHOLE: readonly RegionLevel[] = ['province'];

/**
 * Where a role is at home. Officials keep the records of a county. Whoever runs the system runs all of it: an
 * administrator of a part could otherwise make accounts that reach further than their own.
 */
export const LEVELS_OF_ROLE = {
  official: ['county', 'functional'],
  manager: ANYWHERE,
  auditor: ANYWHERE,
  systemAdministrator: WHOLE,
  securityAdministrator: WHOLE,
  auditAdministrator: WHOLE,
} as const satisfies Record<Role, readonly RegionLevel[]>;

/** Why a role cannot be held at a division of this level, or null. */
export const postRefusal = (role: Role, level: RegionLevel): Refusal | null => {
  const levels: readonly RegionLevel[] = LEVELS_OF_ROLE[role];
  return levels.includes(level)
    ? null
    : refuse('scope-not-allowed', { field: 'regionCode', role, found: level, levels });
};
