import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TOOLS = fileURLToPath(new URL('..', import.meta.url));

/** By name: `node --test` would take every file of a folder called test for one. */
const toolTests = readdirSync(TOOLS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.mjs'))
  .map((file) => `tools/${file.replaceAll('\\', '/')}`)
  .sort();

/**
 * Checks that only read: two run at a time, the long ones first.
 *
 * @type {import('./run-step.mjs').Step[]}
 */
export const readingSteps = [
  {
    name: 'lint',
    // Shown also where nothing failed: a file that grows long is a warning.
    command: ['npx', 'nx', 'run-many', '-t', 'lint', '--outputStyle=static'],
    counts: 'one',
  },
  { name: 'types', command: ['npx', 'nx', 'run-many', '-t', 'typecheck'], counts: 'one' },
  {
    name: 'formatting',
    command: ['npx', 'prettier', '--check', '--cache', '--cache-strategy=content', '.'],
    counts: 'one',
  },
  { name: 'lockfile', command: ['node', 'tools/test/check-lockfile.mjs'], counts: 'one' },
  {
    name: 'types of the tools',
    command: ['npx', 'tsc', '--noEmit', '-p', 'tools/tsconfig.json'],
    counts: 'one',
  },
  {
    name: 'architecture',
    command: ['npx', 'depcruise', '--config', 'tools/architecture.cjs', 'apps', 'libs'],
    counts: 'one',
  },
  { name: 'dead code', command: ['npx', 'knip'], counts: 'one' },
];

/** Checks that run the product: one after the other, each takes the whole machine. @type {import('./run-step.mjs').Step[]} */
export const runningSteps = [
  {
    name: 'tools',
    // One after the other: they share the template of the test cluster.
    command: ['node', '--test', '--test-concurrency=1', ...toolTests],
    counts: 'node',
  },
  {
    name: 'unit and API',
    command: ['npx', 'nx', 'run-many', '-t', 'unit', '--parallel=1', '--outputStyle=static'],
    counts: 'jest',
  },
  {
    name: 'journeys',
    command: ['npx', 'nx', 'run', '@qingshan/e2e:journeys', '--outputStyle=static'],
    counts: 'jest',
    browser: true,
  },
];
