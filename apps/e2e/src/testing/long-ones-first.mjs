import Sequencer from '@jest/test-sequencer';

/** Short to read and long to run: last, they would keep one worker busy while the others have nothing left to do. */
const GO_EVERYWHERE = ['every-page.spec.ts', 'nobody-is-kept-out.spec.ts'];

/** Before the sizes of the files, which is all that a fresh clone knows of how long they take. */
export default class LongOnesFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (GO_EVERYWHERE.some((name) => path.endsWith(name)) ? 0 : 1);
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
}
