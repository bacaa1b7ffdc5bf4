import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig({
  displayName: 'e2e',
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/src/testing/after-each.ts'],
  testEnvironment: '<rootDir>/src/testing/environment.mjs',
  // A journey takes longer than other tests.
  testTimeout: 300_000,
});
