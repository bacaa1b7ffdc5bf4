import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Username =
  'sysadmin' | 'secadmin' | 'auditadmin' | 'official' | 'county' | 'city' | 'manager' | 'auditor';

/** A demo account and the session it was given at the start of the run. */
export interface Resident {
  readonly username: string;
  readonly password: string;
  readonly cookie: string;
  readonly csrfToken: string;
}

interface House {
  readonly url: string;
  readonly pidFile: string;
  readonly secretsFile: string;
  readonly people: readonly Resident[];
  readonly browser: string;
  readonly oldBrowser: { executablePath: string; args: string[]; env: Record<string, string> } | null;
}

let known: House | undefined;

/** The house of this worker, as open-house.mjs opened it. */
export const house = (): House => {
  const { QINGSHAN_JOURNEYS: folder = '', JEST_WORKER_ID: worker = '1' } = process.env;
  known ??= JSON.parse(readFileSync(join(folder, worker, 'house.json'), 'utf8')) as House;
  return known;
};

export const resident = (username: Username): Resident => {
  const found = house().people.find((person) => person.username === username);
  if (!found) throw new Error(`The demo has no account ${username}`);
  return found;
};

/** The API that runs now: after a kill it is another. */
export const apiPid = (): number => Number(readFileSync(house().pidFile, 'utf8'));

/** What must not be found in any log when the run is over (S58). */
export const keepSecret = (what: string, secret: string): void =>
  appendFileSync(house().secretsFile, `${JSON.stringify({ what, secret })}\n`);
