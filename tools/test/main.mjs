import { steps } from './steps.mjs';
import { runStep } from './run-step.mjs';

// `npm test`: every check of the house, one after the other; all of them run, so that one report tells everything.
// `--without-browser` leaves out the journeys (`npm run check`).

const withoutBrowser = process.argv.includes('--without-browser');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);

let passed = 0;
let failed = 0;
for (const step of steps) {
  if (withoutBrowser && step.browser) continue;
  if (only && step.name !== only) continue;
  const result = await runStep(step);
  passed += result.passed;
  failed += result.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
