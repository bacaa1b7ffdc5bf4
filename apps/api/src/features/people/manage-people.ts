import { Inject, Injectable } from '@nestjs/common';
import type { BodyOf, PersonView, peopleRoutes } from '@qingshan/contracts';
import { postRefusal, type Role, type TrailAction } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database, type WriteTx } from '../../platform/database/database';
import type { Caller } from '../../platform/http/caller';
import { refused, throwIf } from '../../platform/http/refused';
import { Regions } from '../regions/regions';
import { generatePassword, hashPassword } from './passwords';
import { PeopleQueries } from './people.queries';
import { PersonRow } from './people.row';
import { Sessions } from './sessions';

type Changes = Partial<
  Pick<
    PersonRow,
    | 'name'
    | 'role'
    | 'regionCode'
    | 'email'
    | 'disabledAt'
    | 'lockedUntil'
    | 'passwordHash'
    | 'mustChangePassword'
  >
>;

/** What the security administrator does with accounts. Nobody touches their own: rights are not raised by their holder (S07). */
@Injectable()
export class ManagePeople {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PeopleQueries) private readonly queries: PeopleQueries,
  ) {}

  create(
    caller: Caller,
    body: BodyOf<typeof peopleRoutes.create>,
  ): Promise<{ person: PersonView; password: string }> {
    return this.database.write(withoutRepeat(caller), async (tx) => {
      this.refuseWrongPost(body.role, body.regionCode);
      if (await tx.manager.existsBy(PersonRow, { username: body.username }))
        throw refused('already-exists', { username: body.username });
      const password = generatePassword();
      const { identifiers } = await tx.manager.insert(PersonRow, {
        ...body,
        passwordHash: await hashPassword(password),
        mustChangePassword: true,
        createdAt: this.clock.now(),
        version: 1,
      });
      await tx.record({ action: 'person.created', subject: body.username, after: body });
      return { person: await this.queries.one(Number(identifiers[0]?.id), tx), password };
    });
  }

  edit(
    caller: Caller,
    id: number,
    { version, ...wanted }: BodyOf<typeof peopleRoutes.edit>,
  ): Promise<PersonView> {
    return this.change(caller, id, version, 'person.edited', () => wanted);
  }

  disable(caller: Caller, id: number, version: number): Promise<PersonView> {
    return this.change(caller, id, version, 'person.disabled', ({ disabledAt }) => ({
      disabledAt: disabledAt ?? this.clock.now(),
    }));
  }

  enable(caller: Caller, id: number, version: number): Promise<PersonView> {
    return this.change(caller, id, version, 'person.enabled', () => ({
      disabledAt: null,
      lockedUntil: null,
    }));
  }

  async resetPassword(
    caller: Caller,
    id: number,
    version: number,
  ): Promise<{ person: PersonView; password: string }> {
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    const person = await this.change(withoutRepeat(caller), id, version, 'password.reset', () => ({
      passwordHash,
      mustChangePassword: true,
      lockedUntil: null,
    }));
    return { person, password };
  }

  /** Changes somebody else's account as of the version seen; their sessions end, so that new rights hold at once. */
  private async change(
    caller: Caller,
    id: number,
    version: number,
    action: TrailAction,
    changesOf: (person: PersonRow) => Changes,
  ): Promise<PersonView> {
    const person = await this.database.write(caller, async (tx) => {
      if (id === caller.actor.personId) throw refused('own-account');
      const person = await this.load(tx, id, version);
      const changes = changesOf(person);
      const differing = (Object.keys(changes) as (keyof Changes)[]).filter(
        (name) => person[name] !== changes[name],
      );
      if (differing.length === 0) throw refused('invalid-input', { why: 'nothing-changed' });
      if (differing.includes('role') || differing.includes('regionCode'))
        this.refuseWrongPost(changes.role ?? person.role, changes.regionCode ?? person.regionCode);
      await tx.manager.update(PersonRow, { id, version }, { ...changes, version: version + 1 });
      await this.sessions.closeAll(tx, id);
      const shown = differing.filter((name) => name !== 'passwordHash' && name !== 'mustChangePassword');
      const pick = (source: Changes) => Object.fromEntries(shown.map((name) => [name, source[name]]));
      await tx.record({ action, subject: person.username, before: pick(person), after: pick(changes) });
      return this.queries.one(id, tx);
    });
    this.sessions.forget();
    return person;
  }

  private async load(tx: WriteTx, id: number, version: number): Promise<PersonRow> {
    const person = await tx.manager.findOne(PersonRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!person) throw refused('not-found');
    if (person.version !== version) throw refused('version-conflict', { version: person.version });
    return person;
  }

  private refuseWrongPost(role: Role, code: string): void {
    const region = this.regions.tree.find(code);
    if (!region || region.successorCode !== null || region.level === 'unassigned')
      throw refused('invalid-input', { field: 'regionCode', found: code });
    throwIf(postRefusal(role, region.level));
  }
}

/** An answer with a password in it is not kept for a repetition: a repeated request is refused instead. */
const withoutRepeat = (caller: Caller): Caller => ({ ...caller, once: undefined });
