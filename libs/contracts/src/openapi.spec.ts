import { describe, expect, test } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { openApiDocument } from './openapi';
import { ALL_ROUTES } from './routes';

describe('the OpenAPI document', () => {
  const document = openApiDocument('0.1.0') as {
    paths: Record<string, Record<string, { operationId: string }>>;
    components: { schemas: Record<string, unknown> };
  };

  test('has no fault that its linter knows, and every parameter is explained', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: { 'parameter-description': 'error' },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    const said = problems.map(
      ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`,
    );
    expect(said).toEqual([]);
  });

  test('has one operation for each route of the table, with names that differ', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(Object.keys(ALL_ROUTES).length);
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(operations.length);
  });

  test('points every reference at a schema it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.length).toBeGreaterThan(10);
    for (const name of references) expect(document.components.schemas).toHaveProperty(String(name));
    expect(JSON.stringify(document)).not.toContain('$defs');
  });
});
