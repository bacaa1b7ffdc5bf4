import { TestEnvironment } from 'jest-environment-node';

/** Tells `afterEach` whether the test went wrong, so that a picture of the page is kept. */
export default class JourneyEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === 'test_fn_start') this.global.journey = { name: fullName(event.test), failed: false };
    if (event.name === 'test_fn_failure') this.global.journey.failed = true;
  }
}

const fullName = (test) => (test.parent ? [fullName(test.parent), test.name].join(' ') : '');
