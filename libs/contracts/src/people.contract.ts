import { z } from 'zod';
import { route } from './http/route';
import { id, idText, instant, regionCode, requiredText, role } from './values';

export const personView = z
  .object({
    id,
    username: z.string(),
    name: z.string(),
    role,
    regionCode,
    disabled: z.boolean(),
    locked: z.boolean(),
    lastSignInAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Person' });

export type PersonView = z.output<typeof personView>;

/** A password made by the server, shown once. The person must change it at first sign-in. */
export const personWithPassword = z.object({ person: personView, password: z.string() });

const params = z.object({ id: idText });
const body = z.strictObject({ version: z.int().positive() });

export const peopleRoutes = {
  list: route('GET', '/people', {
    summary: 'Accounts',
    may: 'person.read',
    response: z.object({ people: z.array(personView) }),
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
    }),
    response: personWithPassword,
    status: 201,
  }),
  edit: route('PATCH', '/people/:id', {
    summary: 'Change name, role or region of somebody else’s account; sessions of the account end',
    may: 'person.manage',
    params,
    body: z.strictObject({
      version: z.int().positive(),
      name: requiredText(60).optional(),
      role: role.optional(),
      regionCode: regionCode.optional(),
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
