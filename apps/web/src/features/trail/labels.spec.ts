import { expect, test } from '@jest/globals';
import {
  POLICY,
  TRAIL_ACTIONS,
  TRAIL_TOPICS,
  type Act,
  type TrailAction,
  type TrailTopic,
} from '@qingshan/domain';
import { MINE_SORTS, trailRoutes } from '@qingshan/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../locales/en';
import { zh } from '../../locales/zh';

/** `session.opened` as `{ session: { opened } }`: words of names with a point in them. */
type Words<Name extends string> = {
  readonly [Topic in Name extends `${infer T}.${string}` ? T : never]: {
    readonly [What in Name extends `${Topic}.${infer W}` ? W : never]: string;
  };
};

// An action, a topic or a right without its word does not compile.
zh.trail satisfies {
  topic: Record<TrailTopic, string>;
  action: Words<TrailAction>;
  act: Words<Act>;
};

const wordAt = (words: unknown, name: string): unknown =>
  name.split('.').reduce((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);

const API = join(__dirname, '../../../../api/src');

const codeOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return codeOf(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') ? [readFileSync(path, 'utf8')] : [];
  });

const code = codeOf(API);

/** Everything in the code of the API that looks like an action: a topic, a point, a word, in quotation marks. */
const written = new Set(
  code.flatMap((text) =>
    [...text.matchAll(new RegExp(`'((?:${TRAIL_TOPICS.join('|')})\\.[a-z]+)'`, 'g'))].map(([, name]) =>
      String(name),
    ),
  ),
);

test.each([
  ['zh', zh],
  ['en', en],
])('whatever the API writes into the trail has its word in %s', (_, locale) => {
  expect(written.size).toBeGreaterThan(20);
  const wordless = [...written].filter(
    (name) => !(name in POLICY) && typeof wordAt(locale.trail.action, name) !== 'string',
  );
  expect(wordless).toEqual([]);
});

/** Names in `detail: { … }`, those of what is spread into it aside. */
const details = new Set(
  code.flatMap((text) =>
    [...text.matchAll(/\bdetail: \{([^}]*)\}/g)].flatMap(([, inside]) =>
      String(inside)
        .split(',')
        .map((part) => String(part.split(':')[0]).trim())
        .filter((name) => /^\w+$/.test(name)),
    ),
  ),
);

test('whatever else the API notes has its word too', () => {
  expect(details.size).toBeGreaterThan(10);
  const told = new Set([...Object.keys(zh.trail.field), 'requestId']);
  expect([...details].filter((name) => !told.has(name))).toEqual([]);
});

test('whatever the trail can be asked for has its word, for it is noted what an excerpt was taken of', () => {
  const asked = Object.keys(trailRoutes.excerpt.query.shape);
  expect(asked).toContain('person');
  expect(asked.filter((name) => !(name in zh.trail.field))).toEqual([]);
});

test('what a view may be ordered by has its word, for it is noted how one was saved', () => {
  const fields = { ...zh.mines.field, ...zh.labels.field };
  expect(MINE_SORTS.filter((name) => !(name in fields))).toEqual([]);
});

test('no word is kept for what is not written any more than it ever was', () => {
  const kept = Object.entries(zh.trail.action).flatMap(([topic, words]) =>
    Object.keys(words).map((what) => `${topic}.${what}`),
  );
  expect(kept.sort()).toEqual([...TRAIL_ACTIONS].sort());
  expect(Object.keys(zh.trail.topic)).toEqual([...TRAIL_TOPICS]);
});
