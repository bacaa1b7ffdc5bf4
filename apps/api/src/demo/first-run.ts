import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { FirstAccounts, type FirstAccount } from '../features/people/first-accounts';
import type { Clock } from '../platform/clock';
import type { Env } from '../platform/env';
import { makeDemoReviews } from './demo-reviews';
import { loadDemoProvince } from './load-demo-province';
import { loadRegions } from './load-regions';

/** Somebody for each job, in two counties, their city and the province. */
const DEMO_PEOPLE: readonly FirstAccount[] = [
  { username: 'official', name: '李经办', role: 'official', regionCode: '360704' },
  { username: 'dingnan', name: '孙经办', role: 'official', regionCode: '360728' },
  { username: 'county', name: '吴县管', role: 'manager', regionCode: '360704' },
  { username: 'city', name: '王市管', role: 'manager', regionCode: '360700' },
  { username: 'manager', name: '赵省管', role: 'manager', regionCode: '360000' },
  { username: 'auditor', name: '陈审计', role: 'auditor', regionCode: '360000' },
];

/** What an empty database gets before the first request: divisions, the demo province if wanted, and accounts. */
export const prepareFirstRun = (env: Env, clock: Clock, step: (text: string) => void) => ({
  loadData: async (databaseUrl: string): Promise<void> => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'qingshan-first-run' });
    await client.connect();
    try {
      await client.query('BEGIN');
      // Instances that start together: the first loads, the others wait and find it done.
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('qingshan.first_run'))`);
      await loadRegions(client, env.QINGSHAN_REGIONS);
      const { rows } = await client.query('SELECT FROM installation');
      if (rows.length === 0) {
        if (env.QINGSHAN_DEMO === '1') {
          step('载入演示省份  loading the demo province');
          await loadDemoProvince(client);
        } else await client.query('INSERT INTO installation (demo) VALUES (false)');
      }
      await client.query('SELECT keep_figure_months($1)', [clock.today()]);
      await client.query('COMMIT');
      if (rows.length === 0) await client.query('ANALYZE');
    } finally {
      await client.end();
    }
  },
  makeAccounts: async (app: NestFastifyApplication) => {
    const isDemo = env.QINGSHAN_DEMO === '1';
    const made = await app.get(FirstAccounts, { strict: false }).make(isDemo ? DEMO_PEOPLE : []);
    if (made && isDemo) await makeDemoReviews(app, clock);
    return made;
  },
});
