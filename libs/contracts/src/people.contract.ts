import { z } from 'zod';
import { route } from './http/route';
import { email, id, idText, instant, list, paging, regionCode, requiredText, role, text } from './values';

/** Whether somebody can sign in with an account: yes, not for a while after too many failures, or not at all. */
export const PERSON_STATES = ['active', 'locked', 'disabled'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

const personView = z
  .object({
    id,
    username: z.string(),
    name: z.string(),
    role,
    regionCode,
    state: z.enum(PERSON_STATES),
    lockedUntil: instant.nullable().meta({ description: 'Set while the account is locked' }),
    mustChangePassword: z.boolean().meta({ description: 'Still has the password that the server made' }),
    email: z.string().nullable().meta({ description: 'Where reminders go' }),
    lastSignInAt: instant.nullable(),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Person' });

export type PersonView = z.output<typeof personView>;

/** Columns the list may be ordered by. A closed list: a sort is never text from outside (S30). */
export const PEOPLE_SORTS = ['name', 'username', 'role', 'regionCode', 'state', 'lastSignInAt'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

const sort = z.enum(
  PEOPLE_SORTS.flatMap((name) => [name, `-${name}`] as const) as [PeopleSort, `-${PeopleSort}`],
);

/** A password made by the server, shown once. The person must change it at first sign-in. */
const personWithPassword = z.object({ person: personView, password: z.string() });

const params = z.object({ id: idText });
const body = z.strictObject({ version: z.int().positive() });

export const peopleRoutes = {
  list: route('GET', '/people', {
    summary: 'Accounts, by name, role, division and state',
    may: 'person.read',
    query: z.strictObject({
      ...paging,
      q: text(60).optional().meta({ description: 'A part of the name or the user name' }),
      role: list(role).optional().meta({ description: 'Roles' }),
      region: regionCode.optional().meta({ description: 'A division with all below it' }),
      state: z.enum(PERSON_STATES).optional().meta({ description: 'Whether it can be signed in with' }),
      sort: sort.default('role').meta({ description: 'Column to order by; with a dash in front downwards' }),
    }),
    response: z.object({ total: z.int(), people: z.array(personView) }),
  }),
  read: route('GET', '/people/:id', {
    summary: 'One account',
    may: 'person.read',
    params,
    response: personView,
  }),
  create: route('POST', '/people', {
    summary: 'Create an account with a generated password',
    may: 'person.manage',
    body: z.strictObject({
      username: z
        .string()
        .trim()
        .regex(/^[a-z][a-z0-9._-]{2,31}$/),
      name: requiredText(60),
      role,
      regionCode,
      email: email.default(null),
    }),
    response: personWithPassword,
    status: 201,
  }),
  edit: route('PATCH', '/people/:id', {
    summary: 'Change name, role, region or address of somebody else’s account; sessions of the account end',
    may: 'person.manage',
    params,
    body: z.strictObject({
      version: z.int().positive(),
      name: requiredText(60).optional(),
      role: role.optional(),
      regionCode: regionCode.optional(),
      email: email.optional(),
    }),
    response: personView,
  }),
  disable: route('POST', '/people/:id/disable', {
    summary: 'Shut an account: it is out at its next request',
    may: 'person.manage',
    params,
    body,
    response: personView,
  }),
  enable: route('POST', '/people/:id/enable', {
    summary: 'Open an account again and lift its lock',
    may: 'person.manage',
    params,
    body,
    response: personView,
  }),
  resetPassword: route('POST', '/people/:id/password', {
    summary: 'Generate a new password for somebody else’s account',
    may: 'person.manage',
    params,
    body,
    response: personWithPassword,
  }),
};
