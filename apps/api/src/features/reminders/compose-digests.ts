import { Inject, Injectable } from '@nestjs/common';
import {
  isReminderDue,
  REMINDED_ROLES,
  type Actor,
  type CalendarDay,
  type Language,
  type ReminderFrequency,
} from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Mailer } from '../../platform/mail/mailer';
import { Regions } from '../regions/regions';
import { GatherDigest } from './gather-digest';
import { REMINDING } from './reminding';
import { writeDigest } from './write-digest';

/** Somebody who is written to, and in which language. */
export interface Reader extends Actor {
  readonly language: Language;
}

interface Candidate extends Reader {
  readonly frequency: ReminderFrequency;
  readonly lastOn: CalendarDay | null;
}

const CANDIDATES = `
  SELECT p.id AS "personId", p.name, p.role, p.region_code AS "regionCode", coalesce(r.frequency, 'daily') AS frequency,
    coalesce(r.language, 'zh') AS language, (SELECT max(m.day) FROM mail m WHERE m.person_id = p.id) AS "lastOn"
  FROM person p LEFT JOIN reminder r ON r.person_id = p.id
  WHERE p.email IS NOT NULL AND p.disabled_at IS NULL AND p.role = ANY($1::text[]) ORDER BY p.id`;

const HOMES = { official: '/today', manager: '/reviews' } as const;

/** Writes the mails of a day: for each person one, or the note that there was nothing to say. */
@Injectable()
export class ComposeDigests {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(GatherDigest) private readonly gather: GatherDigest,
  ) {}

  async run(): Promise<void> {
    const today = this.clock.today();
    const hour = (this.clock.now().getUTCHours() + 8) % 24;
    const people = await this.database.rows<Candidate>(CANDIDATES, [REMINDED_ROLES]);
    for (const person of people)
      if (isReminderDue({ ...person, today, hour })) await this.compose(person, today);
  }

  /** What there is to tell somebody on a day; null where there is nothing. */
  async digestOf(person: Reader, day: CalendarDay): Promise<{ subject: string; text: string } | null> {
    const { name, language, role } = person;
    const sections = await this.gather.run(person);
    if (sections.length === 0) return null;
    return writeDigest({
      language,
      day,
      name,
      page: this.mailer.page,
      home: HOMES[role as keyof typeof HOMES],
      sections,
      nameOf: (code) => this.regions.tree.find(code)?.[language === 'zh' ? 'nameZh' : 'nameEn'] ?? code,
    });
  }

  private async compose(person: Candidate, day: CalendarDay): Promise<void> {
    const { personId } = person;
    const digest = await this.digestOf(person, day);
    await this.database.write(REMINDING, async (tx) => {
      // What comes of the mail is on the record once something has come of it.
      tx.preparesOnly();
      await tx.rows(
        `INSERT INTO mail (person_id, day, state, subject, body, next_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, day) DO NOTHING`,
        digest
          ? [personId, day, 'waiting', digest.subject, digest.text, this.clock.now()]
          : [personId, day, 'nothing', '', null, null],
      );
    });
  }
}
