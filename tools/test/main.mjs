import { installDependencies } from '../start/dependencies.mjs';
import { oneRun } from '../start/one-run.mjs';
import { checkout } from '../start/paths.mjs';
import { runStep } from './run-step.mjs';
import { readingSteps, runningSteps } from './steps.mjs';

// `npm test`: every check of the house; all of them run, so that one report tells everything. In a fresh clone it
// installs the packages first, as `npm start` does.
// `--without-browser` leaves out the journeys (`npm run check`), `--only=NAME` runs one step.

const withoutBrowser = process.argv.includes('--without-browser');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);

/** @param {import('./run-step.mjs').Step} step */
const isWanted = (step) => !(withoutBrowser && step.browser) && (!only || step.name === only);

let passed = 0;
let failed = 0;
/** @param {{ passed: number, failed: number }} counts */
const add = (counts) => {
  passed += counts.passed;
  failed += counts.failed;
};

await installDependencies(checkout, oneRun());
const waiting = readingSteps.filter(isWanted);
const readOn = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    add(await runStep(step, { isShownAtOnce: false }));
  }
};
await Promise.all([readOn(), readOn()]);
for (const step of runningSteps.filter(isWanted)) add(await runStep(step));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
