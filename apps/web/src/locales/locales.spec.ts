import { expect, test } from '@jest/globals';
import { CRITERIA, GATE_REASONS, MINE_FIELDS, MOVE_NAMES, REFUSALS, ROLES, STAGES } from '@qingshan/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from './en';
import { zh } from './zh';

type Tree = { readonly [key: string]: string | Tree };

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

const entries = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : entries(value, `${path}${key}.`),
  );

const keysOf = (tree: Tree) => [...new Set(entries(tree).map(([key]) => key.replace(PLURAL, '')))].sort();
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'locales' || entry.name === 'testing' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name) ? [path] : [];
  });

const withoutComments = (code: string) =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');

test('both languages have the same keys', () => {
  expect(keysOf(en)).toEqual(keysOf(zh));
});

test('both languages fill the same slots', () => {
  const english = new Map(entries(en));
  const differing = entries(zh).filter(([key, text]) => {
    const other = english.get(key);
    return other !== undefined && String(slots(text)) !== String(slots(other));
  });
  expect(differing).toEqual([]);
});

test('no sentence is empty', () => {
  expect([...entries(zh), ...entries(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('English has both plural forms wherever Chinese counts', () => {
  const english = new Set(entries(en).map(([key]) => key));
  const counted = entries(zh).flatMap(([key]) => (key.endsWith('_other') ? [key.replace(PLURAL, '')] : []));
  expect(counted.filter((key) => !english.has(`${key}_one`) || !english.has(`${key}_other`))).toEqual([]);
});

test('no page has Chinese written into its code', () => {
  const offenders = sources(join(__dirname, '..')).filter((path) =>
    /[\u3400-\u9fff]/.test(withoutComments(readFileSync(path, 'utf8'))),
  );
  expect(offenders).toEqual([]);
});

test('every word of the domain’s closed lists is there, and none that is gone', () => {
  expect(Object.keys(zh.labels.stage)).toEqual([...STAGES]);
  expect(Object.keys(zh.labels.role)).toEqual([...ROLES]);
  expect(Object.keys(zh.labels.move)).toEqual([...MOVE_NAMES]);
  expect(Object.keys(zh.labels.field)).toEqual([...MINE_FIELDS]);
  expect(Object.keys(zh.labels.criterion)).toEqual(Object.keys(CRITERIA));
  expect(Object.keys(zh.labels.gateReason)).toEqual([...GATE_REASONS]);
  expect(Object.keys(zh.labels.refusal)).toEqual([...Object.keys(REFUSALS), 'unreachable']);
});

/** Keys put together while running are written as a template: `labels.stage.${…}` uses all of `labels.stage`. */
test('every sentence is said somewhere', () => {
  const code = sources(join(__dirname, '..'))
    .map((path) => withoutComments(readFileSync(path, 'utf8')))
    .join('\n');
  const words = new Set([...code.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map(([, key]) => key));
  const starts = [...code.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(([, start]) => String(start));
  const unsaid = keysOf(zh).filter(
    (key) => !words.has(key) && !starts.some((start) => key.startsWith(start)),
  );
  expect(unsaid).toEqual([]);
});
