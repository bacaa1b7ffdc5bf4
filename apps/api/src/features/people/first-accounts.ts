import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Env } from '../../platform/env';
import { ENV } from '../../platform/platform.tokens';
import { Regions } from '../regions/regions';
import { generatePassword, hashPassword } from './passwords';
import { PersonRow } from './people.row';

export interface FirstAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly regionCode: string;
}

export interface AccountWithPassword extends FirstAccount {
  readonly region: string;
  readonly password: string;
}

const ADMINISTRATORS = [
  { username: 'sysadmin', name: '系统管理员', role: 'systemAdministrator' },
  { username: 'secadmin', name: '安全管理员', role: 'securityAdministrator' },
  { username: 'auditadmin', name: '审计管理员', role: 'auditAdministrator' },
] as const;

const FIRST_RUN = { actor: null, address: '127.0.0.1', requestId: 'first-run' };

class MadeByAnother extends Error {}

/** On the first run there is nobody: makes accounts with generated passwords and keeps them in a file for its owner alone. */
@Injectable()
export class FirstAccounts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The accounts made, and where they are written; null when there were some already. */
  async make(more: readonly FirstAccount[]): Promise<{ file: string; people: AccountWithPassword[] } | null> {
    const root = this.regions.tree.root();
    const [somebody] = await this.database.rows('SELECT FROM person LIMIT 1');
    if (!root || somebody) return null;
    const wanted = [...ADMINISTRATORS.map((admin) => ({ ...admin, regionCode: root.code })), ...more];
    try {
      return await this.database.write(FIRST_RUN, (tx) => this.makeThem(tx, wanted));
    } catch (error) {
      if (error instanceof MadeByAnother) return null;
      throw error;
    }
  }

  private async makeThem(
    tx: WriteTx,
    wanted: readonly FirstAccount[],
  ): Promise<{ file: string; people: AccountWithPassword[] }> {
    // Instances that start together: one makes the accounts and writes the file, the others find them made.
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('qingshan.first_accounts'))`);
    if (await tx.manager.exists(PersonRow)) throw new MadeByAnother();
    const people = wanted.map((account) => ({
      ...account,
      region: this.regions.tree.find(account.regionCode)?.nameZh ?? account.regionCode,
      password: generatePassword(),
    }));
    const file = await this.keep(people);
    await tx.manager.insert(PersonRow, await Promise.all(people.map((account) => this.rowOf(account))));
    await tx.record(
      ...people.map(({ username }) => ({ action: 'person.created' as const, subject: username })),
    );
    return { file, people };
  }

  private async rowOf({
    username,
    name,
    role,
    regionCode,
    password,
  }: AccountWithPassword): Promise<Partial<PersonRow>> {
    return {
      username,
      name,
      role,
      regionCode,
      passwordHash: await hashPassword(password),
      // In the demo one looks around at once; for real data the first thing is an own password.
      mustChangePassword: this.env.QINGSHAN_DEMO !== '1',
      createdAt: this.clock.now(),
      version: 1,
    };
  }

  /** Written before the accounts exist, so that a full disk leaves no account whose password nobody knows. */
  private async keep(people: readonly AccountWithPassword[]): Promise<string> {
    const home = resolve(this.env.QINGSHAN_HOME);
    await mkdir(home, { recursive: true, mode: 0o700 });
    const file = join(home, 'accounts.txt');
    const lines = people.map((p) => [p.username, p.password, p.role, p.region].join('\t'));
    await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    return file;
  }
}
