import { Inject, Injectable } from '@nestjs/common';
import { passwordRefusal } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { hashPassword, passwordMatches } from './passwords';
import { PersonRow } from './people.row';
import { Sessions } from './sessions';

/** One's own password. Other sessions of the account end, this one goes on. */
@Injectable()
export class ChangePassword {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async run(caller: Caller, token: string, currentPassword: string, newPassword: string): Promise<void> {
    // Without the request's key: its hash would be a quick hash of both passwords, kept beside the slow one.
    await this.database.write({ ...caller, once: undefined }, async (tx) => {
      const person = await tx.manager.findOneByOrFail(PersonRow, { id: caller.actor.personId });
      if (!(await passwordMatches(person.passwordHash, currentPassword)))
        throw refused('invalid-input', { field: 'currentPassword', why: 'wrong' });
      throwIf(passwordRefusal(newPassword, person.username));
      if (newPassword === currentPassword) throw refused('weak-password', { why: 'same' });
      await tx.manager.update(
        PersonRow,
        { id: person.id, version: person.version },
        {
          passwordHash: await hashPassword(newPassword),
          mustChangePassword: false,
          version: person.version + 1,
        },
      );
      await this.sessions.closeAll(tx, person.id, token);
      await tx.record({ action: 'password.changed', subject: person.username });
    });
    this.sessions.forget();
  }
}
