import { afterAll, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SignerProcess } from './signer-process';

const folder = mkdtempSync(join(tmpdir(), 'qs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for the bundle: says who it is and what it was told, then waits. */
const script = join(folder, 'signer.mjs');
writeFileSync(
  script,
  `import { writeFileSync } from 'node:fs';
   writeFileSync(process.env.SIGNER_HOME + '/told', JSON.stringify({ pid: process.pid, env: process.env }));
   process.on('disconnect', () => process.exit());
   process.send('ready');
   setInterval(() => undefined, 1000);`,
);

interface Told {
  readonly pid: number;
  readonly env: Readonly<Record<string, string>>;
}
const told = async (isNew: (told: Told) => boolean): Promise<Told> => {
  for (;;) {
    try {
      const found = JSON.parse(readFileSync(join(folder, 'signer', 'told'), 'utf8')) as Told;
      if (isNew(found)) return found;
    } catch {
      // Not written yet, or half.
    }
    await pause(50);
  }
};
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a killed signer comes back, learns nothing of the database, and goes when it is no longer needed', async () => {
  mkdirSync(join(folder, 'signer'));
  process.env.DATABASE_URL = 'postgres://secret';
  const signer = new SignerProcess(pathToFileURL(script), folder);
  signer.start();
  const first = await told(() => true);
  expect(Object.keys(first.env).filter((name) => !/^(?:SIGNER_|NODE_CHANNEL_)/.test(name))).toEqual([]);
  expect(first.env).toMatchObject({ SIGNER_HOME: join(folder, 'signer'), SIGNER_SOCKET: signer.socket });

  process.kill(first.pid, 'SIGKILL');
  const second = await told(({ pid }) => pid !== first.pid);
  await signer.stop();
  expect(isAlive(second.pid)).toBe(false);
  expect(existsSync(join(signer.socket, '..'))).toBe(false);
});
