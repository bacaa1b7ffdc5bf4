import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import typescript from 'typescript-eslint';

// One rule has one severity: under a second name it warns before it fails.
const house = { rules: { 'long-file': builtinRules.get('max-lines') } };

/** Who may import whom (docs/architecture.md). */
const fences = [
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: ['layer:domain'],
    allowedExternalImports: ['zod'],
  },
  { sourceTag: 'layer:fixtures', onlyDependOnLibsWithTags: ['layer:domain'] },
  {
    sourceTag: 'side:api',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts', 'layer:fixtures'],
    bannedExternalImports: ['react*', 'antd', 'vite*'],
  },
  {
    sourceTag: 'side:web',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:domain', 'layer:contracts'] },
];

export default typescript.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.qingshan', '**/*.cjs', '**/*.mjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, house },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, banTransitiveDependencies: false, depConstraints: fences },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'house/long-file': ['warn', 300],
      'max-lines': ['error', 400],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Ask the Clock: there is one.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Ask the Clock: there is one.',
        },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    // The one place that looks at the clock, the one that counts midnights on an open page, and specs that make times of their own.
    files: [
      'apps/api/src/platform/clock.ts',
      'apps/web/src/shell/day-gone-on.ts',
      '**/*.spec.ts',
      '**/*.spec.tsx',
      '**/testing/**',
    ],
    rules: {
      'no-restricted-syntax': 'off',
      'house/long-file': 'off',
      'max-lines': 'off',
      '@nx/enforce-module-boundaries': 'off',
    },
  },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { ...hooks.configs.recommended.rules, 'react-hooks/incompatible-library': 'off' },
  },
);
