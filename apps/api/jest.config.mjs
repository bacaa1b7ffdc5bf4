import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig({
  displayName: 'api',
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  setupFilesAfterEnv: ['<rootDir>/src/testing/close-what-is-open.ts'],
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
});
