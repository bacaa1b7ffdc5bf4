import type { Role } from '@qingshan/domain';
import type pg from 'pg';
import { hashPassword } from '../features/people/passwords';

export const PASSWORD = 'Mountain-42-green';

interface TestPerson {
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
}

/** Somebody in every role, in two counties, a city and the province. 赣县区 360704 and 信丰县 360722 are both in 赣州市 360700. */
export const TEST_PEOPLE = {
  official: { name: '李经办', role: 'official', regionCode: '360704' },
  neighbour: { name: '周经办', role: 'official', regionCode: '360722' },
  county: { name: '吴县管', role: 'manager', regionCode: '360704' },
  city: { name: '王市管', role: 'manager', regionCode: '360700' },
  manager: { name: '赵省管', role: 'manager', regionCode: '360000' },
  auditor: { name: '陈审计', role: 'auditor', regionCode: '360000' },
  sysadmin: { name: '系统管理员', role: 'systemAdministrator', regionCode: '360000' },
  secadmin: { name: '安全管理员', role: 'securityAdministrator', regionCode: '360000' },
  auditadmin: { name: '审计管理员', role: 'auditAdministrator', regionCode: '360000' },
} as const satisfies Record<string, TestPerson>;

export type TestUsername = keyof typeof TEST_PEOPLE;

let passwordHash: Promise<string> | undefined;

/** An account with the password above, made past the API. */
export const addPerson = async (
  client: pg.Client | pg.Pool,
  username: string,
  { name, role, regionCode }: TestPerson,
): Promise<number> => {
  passwordHash ??= hashPassword(PASSWORD);
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO person (username, name, role, region_code, password_hash, must_change_password, created_at)
     VALUES ($1, $2, $3, $4, $5, false, '2026-11-01T00:00:00Z') RETURNING id`,
    [username, name, role, regionCode, await passwordHash],
  );
  return Number(rows[0]?.id);
};
