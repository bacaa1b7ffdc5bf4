import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig({
  displayName: 'e2e',
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/src/testing/after-each.ts'],
  testSequencer: '<rootDir>/src/testing/long-ones-first.mjs',
  // Each has a product of its own; more would wait for each other's processors.
  maxWorkers: 2,
  testEnvironment: '<rootDir>/src/testing/environment.mjs',
  // A journey takes longer than other tests.
  testTimeout: 300_000,
});
