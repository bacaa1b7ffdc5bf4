import { z } from 'zod';
import { route } from './http/route';
import { day, exactText, id, nothing, regionCode, role } from './values';

const password = z.string().min(1).max(256);

const sessionView = z
  .object({
    person: z.object({
      id,
      username: z.string(),
      name: z.string(),
      role,
      regionCode,
      regionName: z.object({ zh: z.string(), en: z.string() }),
    }),
    acts: z.array(z.string()),
    csrfToken: z.string(),
    mustChangePassword: z.boolean(),
    demo: z.boolean().meta({ description: 'Whether the data are the synthetic demo province' }),
    today: day,
    idleMinutes: z.int(),
  })
  .meta({ id: 'Session' });

export type SessionView = z.output<typeof sessionView>;

export const sessionRoutes = {
  signIn: route('POST', '/session', {
    summary: 'Sign in',
    may: 'anyone',
    body: z.strictObject({ username: exactText(64).min(1), password }),
    response: sessionView,
    status: 201,
  }),
  read: route('GET', '/session', { summary: 'Who is signed in', may: 'self', response: sessionView }),
  signOut: route('DELETE', '/session', { summary: 'Sign out', may: 'self', response: nothing, status: 204 }),
  changePassword: route('POST', '/session/password', {
    summary: 'Change one’s own password; every other session of the account ends',
    may: 'self',
    body: z.strictObject({ currentPassword: password, newPassword: password }),
    response: sessionView,
  }),
};
