import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, OwnReminders, reminderRoutes } from '@qingshan/contracts';
import { REMINDED_ROLES, type Actor, type Role } from '@qingshan/domain';
import { Database, type Rows } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused } from '../../platform/http/refused';
import { Mailer } from '../../platform/mail/mailer';
import { ReminderRow } from './reminders.row';

const OWN = `
  SELECT p.email, coalesce(r.frequency, 'daily') AS frequency, coalesce(r.language, 'zh') AS language,
    coalesce(r.version, 0) AS version
  FROM person p LEFT JOIN reminder r ON r.person_id = p.id WHERE p.id = $1`;

/** What somebody says about being written to. Until then it is daily, in Chinese. */
@Injectable()
export class OwnRemindersAct {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  async read({ personId, role }: Actor, rows: Rows = this.database): Promise<OwnReminders> {
    const [own] = await rows.rows<Omit<OwnReminders, 'reminded' | 'mailing'>>(OWN, [personId]);
    if (!own) throw refused('not-found');
    const reminded = (REMINDED_ROLES as readonly Role[]).includes(role);
    return { ...own, reminded, mailing: this.mailer.server !== null };
  }

  change(
    caller: Caller,
    { version, ...wanted }: BodyOf<typeof reminderRoutes.change>,
  ): Promise<OwnReminders> {
    const { personId } = caller.actor;
    return this.database.write(caller, async (tx) => {
      await tx.rows('SELECT FROM person WHERE id = $1 FOR UPDATE', [personId]);
      const before = await this.read(caller.actor, tx);
      if (before.version !== version) throw refused('version-conflict', { version: before.version });
      const row = { personId, ...wanted, version: version + 1 };
      if (version === 0) await tx.manager.insert(ReminderRow, row);
      else await tx.manager.update(ReminderRow, { personId, version }, row);
      const { frequency, language } = before;
      await tx.record({ action: 'reminder.changed', before: { frequency, language }, after: wanted });
      return this.read(caller.actor, tx);
    });
  }
}
