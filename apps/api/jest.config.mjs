import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig({
  displayName: 'api',
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
});
