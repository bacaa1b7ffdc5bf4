/** Fences inside the apps (docs/architecture.md): imports run one way. The feature order is the order of this list. */
const FEATURES = [
  'regions',
  'people',
  'mines',
  'bulk',
  'views',
  'figures',
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
      name: 'typeorm-at-the-database-only',
      severity: 'error',
      from: { path: '^apps/api/src/features/.*\\.(controller|guard)\\.ts$' },
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
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
