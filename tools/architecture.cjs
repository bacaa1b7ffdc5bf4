/** Fences inside the apps (docs/architecture.md): imports run one way. The feature order is the order of this list. */
const FEATURES = [
  'regions',
  'people',
  'mines',
  'documents',
  'review-routes',
  'reviews',
  'today',
  'bulk',
  'views',
  'figures',
  'map',
  'exports',
  'imports',
  'trail',
  'system',
];

const upwards = FEATURES.map((feature, floor) => ({
  name: `feature-order-${feature}`,
  comment: `${feature} may import only the features below it.`,
  severity: 'error',
  from: { path: `^apps/api/src/features/${feature}/` },
  to: { path: `^apps/api/src/features/(${[...FEATURES.slice(floor + 1), '-'].join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-import-unresolved',
      comment: 'What is not found escapes every fence below.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.(c|m)js$', '\\.spec\\.tsx?$', 'locales/'] },
      to: {},
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(features|demo)/' },
    },
    ...upwards,
    {
      name: 'rows-inside-their-feature',
      comment: 'How a table is mapped is its feature’s own; all-rows.ts names them for the driver.',
      severity: 'error',
      from: { path: '^apps/api/src/features/([^/]+)/' },
      to: { path: '\\.row\\.ts$', pathNot: '^apps/api/src/features/$1/' },
    },
    {
      name: 'rows-for-features-only',
      severity: 'error',
      from: { path: '^apps/', pathNot: '^apps/api/src/features/' },
      to: { path: '\\.row\\.ts$' },
    },
    {
      name: 'typeorm-at-the-database-only',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [
          '^apps/api/src/(migrations|platform/database)/',
          '^apps/api/src/platform/platform\\.module\\.ts$',
          '\\.(row|store|queries|spec)\\.ts$',
        ],
      },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'controllers-know-no-store',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(store|row)\\.ts$' },
    },
    {
      name: 'fixtures-load-the-demo-only',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '^apps/api/src/(demo|testing)/|\\.spec\\.ts$' },
      to: { path: '^libs/fixtures/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'What a migration did must not change with the code around it.',
      severity: 'error',
      from: { path: '^apps/api/src/migrations/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|libs)/', pathNot: '^apps/api/src/migrations/' },
    },
    {
      name: 'migrations-run-at-the-start',
      severity: 'error',
      from: { path: '^apps/api/src/(features|platform)/' },
      to: { path: '^apps/api/src/migrations/' },
    },
    {
      name: 'features-know-no-demo',
      severity: 'error',
      from: { path: '^apps/api/src/features/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/api/src/demo/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '/testing/|\\.spec\\.tsx?$' },
      to: { path: '/testing/|\\.spec\\.tsx?$' },
    },
    {
      name: 'apps-know-no-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '/testing/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$|\\.mjs$' },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'contracts-know-the-domain-and-zod',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$|\\.mjs$' },
      to: { pathNot: '^libs/(contracts|domain)/|node_modules/zod/' },
    },
    {
      name: 'fixtures-know-the-domain',
      severity: 'error',
      from: { path: '^libs/fixtures/', pathNot: '\\.spec\\.ts$|\\.mjs$' },
      to: { pathNot: '^libs/(fixtures|domain)/' },
    },
    {
      name: 'web-ui-knows-no-domain',
      severity: 'error',
      from: { path: '^apps/web/src/ui/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(apps/web/src/(shell|features|pages)|libs)/' },
    },
    {
      name: 'web-features-know-no-sibling',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/([^/]+)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-features-know-no-page',
      severity: 'error',
      from: { path: '^apps/web/src/(features|ui)/' },
      to: { path: '^apps/web/src/(pages/|routes|main)' },
    },
    {
      name: 'web-shell-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/shell/' },
      to: { path: '^apps/web/src/(features|pages)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.nx|\\.qingshan)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
