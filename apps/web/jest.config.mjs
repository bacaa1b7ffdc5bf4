import { jestConfig } from '../../jest.preset.mjs';

/** Packages met in these tests that ship ES modules only. */
const esModules = [
  '@tanstack/react-table',
  '@tanstack/table-core',
  '@tanstack/react-store',
  '@tanstack/store',
  'd3-[a-z]+',
  'internmap',
];

export default jestConfig({
  displayName: 'web',
  testEnvironment: '<rootDir>/src/testing/browser-environment.cjs',
  setupFilesAfterEnv: ['<rootDir>/src/testing/set-up.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/src/testing/class-names.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
});
