import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { countsOf } from './counts.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {'one' | 'jest' | 'node'} counts how the tests in its output are counted; `one` is one check, passed or not
 * @property {boolean} [browser]
 */

/**
 * Runs one step, shows what it says, and counts.
 *
 * @param {Step} step
 * @param {{ isShownAtOnce?: boolean }} [manner] what runs beside others is shown when it has ended
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export const runStep = async (step, { isShownAtOnce = true } = {}) => {
  const started = performance.now();
  const title = `\n── ${step.name}`;
  if (isShownAtOnce) console.log(title);
  const { code, output } = await run(step.command, isShownAtOnce);
  if (!isShownAtOnce) console.log(`${title}\n${output.trimEnd()}`);
  const counts = countsOf(step.counts, output, code);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
};

/**
 * @param {string[]} command
 * @param {boolean} isShownAtOnce
 * @returns {Promise<{ code: number, output: string }>}
 */
const run = ([program, ...words], isShownAtOnce) =>
  new Promise((resolve) => {
    const child = spawn(String(program), words, {
      cwd: ROOT,
      env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
        if (isShownAtOnce) process.stdout.write(chunk);
      });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
