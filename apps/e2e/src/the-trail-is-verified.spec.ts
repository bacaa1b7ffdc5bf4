import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violations } from './testing/axe';
import { download } from './testing/download';
import { visit } from './testing/visit';
import { zh } from './testing/words';

const folder = mkdtempSync(join(tmpdir(), 'qs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openSeal = async (): Promise<Page> => {
  const page = await visit('auditadmin', '/trail');
  await page.getByRole('button', { name: zh('trail.seal.details') }).click();
  await page.getByRole('dialog').waitFor();
  return page;
};
const taken = async (page: Page, key: string) => {
  const link = page.getByRole('link', { name: zh(key) });
  const { name, bytes } = await download(page, () => link.click());
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
const run = (...words: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { status, stdout };
};

test('the audit administrator verifies the trail on the page', async () => {
  const page = await openSeal();
  await page.getByRole('button', { name: zh('trail.seal.verify') }).click();
  await page.getByText(/核验通过/).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('and on another machine, with one file and a checkpoint that was kept', async () => {
  const page = await openSeal();
  const kept = await taken(page, 'trail.seal.checkpoint');
  const trail = await taken(page, 'trail.seal.package');
  const verifier = await taken(page, 'trail.seal.verifier');
  const key = /node verify\.mjs trail\.jsonl --key (\S+)/.exec(
    await page.getByRole('dialog').innerText(),
  )?.[1];
  expect(run(verifier, trail, '--key', String(key), '--kept', kept)).toMatchObject({ status: 0 });

  const lines = readFileSync(trail, 'utf8').trimEnd().split('\n');
  const last = lines.length - 1;
  const id = (JSON.parse(lines[last] ?? '') as { id: number }).id;
  const spoilt = join(folder, 'spoilt.jsonl');
  writeFileSync(
    spoilt,
    lines.with(last, (lines[last] ?? '').replace('\\"done\\"', '\\"refused\\"')).join('\n'),
  );
  const changed = run(verifier, spoilt);
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain(`entry ${id} was changed`);
  writeFileSync(
    spoilt,
    lines
      .slice(0, -1000)
      .filter((line) => !line.startsWith('{"checkpoint"'))
      .join('\n'),
  );
  expect(run(verifier, spoilt, '--kept', kept).stdout).toContain('the end was cut off');
  expect(run(verifier, verifier).status).toBe(2);
});

test('an entry shows that it is sealed', async () => {
  const page = await visit('auditadmin', '/trail?open=1');
  await page.getByText(/已封存，在 [\d,]+ 条的检查点之下/).waitFor();
});
