import { expect, test } from '@jest/globals';
import { violations } from './testing/axe';
import { download } from './testing/download';
import { carryAway, openSeal } from './testing/trail-copy';
import { visit } from './testing/visit';
import { zh } from './testing/words';

test('the audit administrator verifies the trail on the page', async () => {
  const page = await openSeal();
  await page.getByRole('button', { name: zh('trail.seal.verify') }).click();
  await page.getByText(/核验通过/).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('and on another machine, with one file and a checkpoint that was kept', async () => {
  const { kept, trail, key, lines, put, run, leave } = await carryAway(await openSeal());
  expect(run(trail, '--key', key, '--kept', kept)).toMatchObject({ status: 0 });

  const last = lines.length - 1;
  const id = (JSON.parse(lines[last] ?? '') as { id: number }).id;
  const changed = run(
    put('changed.jsonl', lines.with(last, (lines[last] ?? '').replace('\\"done\\"', '\\"refused\\"'))),
  );
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain(`entry ${id} was changed`);
  const cut = lines.slice(0, -1000).filter((line) => !line.startsWith('{"checkpoint"'));
  expect(run(put('cut.jsonl', cut), '--kept', kept).stdout).toContain('the end was cut off');
  expect(run('verify.mjs').status).toBe(2);
  leave();
});

test('an entry shows that it is sealed, and verifies alone on another machine', async () => {
  const { key, put, run, leave } = await carryAway(await openSeal());
  const page = await visit('auditadmin', '/trail?open=1');
  await page.getByText(/已封存，在 [\d,]+ 条的检查点之下/).waitFor();
  const link = page.getByRole('link', { name: zh('trail.proof.take') });
  const { name, bytes } = await download(page, () => link.click());
  expect(name).toBe('entry-1.json');
  const proof = bytes.toString();
  const { status, stdout } = run(put(name, [proof]), '--key', key);
  expect([status, stdout]).toEqual([0, expect.stringContaining('true, and under a signature')]);
  const forged = proof.replace('\\"done\\"', '\\"refused\\"');
  expect(run(put(name, [forged]), '--key', key)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('entry 1 was changed'),
  });
  expect(run(put(name, [proof]), '--key', key, '--kept', name).status).toBe(2);
  expect(await violations(page)).toEqual([]);
  leave();
});

test('what was looked for is taken away with its proofs, and verifies on another machine', async () => {
  const { key, put, run, leave } = await carryAway(await openSeal());
  const page = await visit('auditadmin', '/trail');
  const link = page.getByRole('link', { name: /下载这 [\d,]+ 条及证明/ });
  await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  expect(await link.count()).toBe(0);
  await page.getByRole('combobox', { name: zh('trail.filter.action') }).selectOption('session.opened');
  await link.waitFor();
  const { name, bytes } = await download(page, () => link.click());
  expect(name).toBe('excerpt.jsonl');
  const lines = bytes.toString().trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(1);
  const { status, stdout } = run(put(name, lines), '--key', key);
  expect([status, stdout]).toEqual([0, expect.stringContaining('true, and under a signature')]);
  expect(stdout).toContain(`entries      ${lines.length - 1}`);
  const forged = lines.with(1, (lines[1] ?? '').replace('session.opened', 'session.closed'));
  expect(run(put('forged.jsonl', forged), '--key', key)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('was changed'),
  });
  expect(run(put('short.jsonl', lines.slice(0, -1)))).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('the file says it has'),
  });
  expect(run(name, '--kept', name).status).toBe(2);
  leave();
});
