import { z } from 'zod';
import { route } from './http/route';
import { id, instant } from './values';

const JOB_STATES = ['running', 'done', 'cancelled', 'failed'] as const;

const systemView = z
  .object({
    version: z.string(),
    startedAt: instant,
    database: z.string(),
    databaseBytes: z.int(),
    clockAheadSeconds: z.int().meta({
      description:
        'By how much the clock of this process is ahead of the database’s; negative where it is behind',
    }),
    migrations: z.array(z.string()),
    mines: z.int(),
    regions: z.int(),
    people: z.int(),
    jobs: z.array(
      z.object({
        id,
        kind: z.string(),
        state: z.enum(JOB_STATES),
        done: z.int(),
        total: z.int(),
        error: z.string().nullable(),
        createdAt: instant,
        updatedAt: instant,
      }),
    ),
  })
  .meta({ id: 'System' });

export type SystemView = z.output<typeof systemView>;

export const systemRoutes = {
  health: route('GET', '/health', {
    summary: 'Whether the process answers; asks the database nothing',
    may: 'anyone',
    response: z.object({ status: z.literal('up') }),
  }),
  read: route('GET', '/system', {
    summary: 'Version, database, migrations and jobs',
    may: 'system.read',
    response: systemView,
  }),
};
