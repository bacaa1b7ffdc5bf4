/** Packages that ship ES modules only and are met in tests: jest compiles them, the rest stays as it is. */
const esModules = [
  '@nestjs',
  '@tokenizer',
  '@borewit',
  'cookie',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'load-esm',
  'iterare',
  'uid',
  'hucre',
  'content-disposition',
  '@redocly',
];

const transform = {
  '^.+\\.[mc]?[tj]sx?$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: false,
          react: { runtime: 'automatic' },
        },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** One jest configuration for the whole house; a project names only what differs. */
export const jestConfig = (own) => ({
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  transform,
  transformIgnorePatterns: [`/node_modules/(?!.*(${esModules.join('|')})/)`],
  extensionsToTreatAsEsm: [],
  // All processors: the specs share a database server, which hardly counts.
  maxWorkers: '100%',
  // Against a test that hangs, not a measure of speed: a slow machine is no failure.
  testTimeout: 120_000,
  ...own,
});
