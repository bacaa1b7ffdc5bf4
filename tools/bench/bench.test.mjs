import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { promisify } from 'node:util';

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url));
const CASES = ['list', 'detail', 'edit'];

// How fast is not asked here, for other work goes on; that what is measured still answers alike is.
test('the bench runs its cases: product and bare servers give the same answers', async () => {
  const options = ['--only', CASES.join(), '--rounds', '1', '--seconds', '0.1', '--connections', '2'];
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...options]);
  for (const name of CASES) assert.match(stdout, new RegExp(`^\\| ${name}: `, 'm'));
});
