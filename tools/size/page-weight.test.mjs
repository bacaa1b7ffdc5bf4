import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildPage, chunkOf, weigh } from './page-weight.mjs';

/** @typedef {import('./page-weight.mjs').Chunk} Chunk */

const KILOBYTE = 1000;
/** Script for whatever route is opened first, with the frame around it. */
const FIRST = 330 * KILOBYTE;
/** Script for any route after it, and for whatever a route asks for later. */
const LATER = 150 * KILOBYTE;

const SIGN_IN = 'src/pages/sign-in.page.tsx';
const FRAME = 'src/shell/layout.tsx';
const ENGLISH = 'src/locales/en/index.ts';

describe('weigh', () => {
  /** @param {string} fileName @param {number} gzipBytes @param {string[]} imports @returns {Chunk} */
  const chunk = (fileName, gzipBytes, imports) => ({
    fileName,
    source: fileName,
    isEntry: false,
    imports,
    dynamicImports: [],
    gzipBytes,
  });
  const shared = chunk('shared', 4, ['deep']);
  const deep = chunk('deep', 8, ['shared']);
  const page = chunk('page', 1, ['shared', 'deep']);
  const chunks = [shared, deep, page];

  test('counts what a chunk needs once, also in a ring', () => {
    assert.equal(weigh(chunks, [page]).bytes, 13);
  });

  test('leaves out what is there already', () => {
    const { fetched } = weigh(chunks, [shared]);
    assert.equal(weigh(chunks, [page], fetched).bytes, 1);
  });
});

describe('the page as it is served', () => {
  /** @type {Chunk[]} */
  let chunks = [];
  before(async () => {
    chunks = await buildPage();
  });
  const routes = () => chunks.filter(({ source }) => source?.endsWith('.page.tsx'));
  const entry = () => chunks.filter(({ isEntry }) => isEntry);
  const first = (/** @type {Chunk} */ route) => [
    ...entry(),
    chunkOf(chunks, ENGLISH),
    ...(route.source === SIGN_IN ? [] : [chunkOf(chunks, FRAME)]),
    route,
  ];

  test('every route opened first stays under 330 kB of script, also in English', () => {
    assert.ok(routes().length > 10, 'the routes are not chunks of their own');
    const heavy = routes()
      .map((route) => `${route.source} ${weigh(chunks, first(route)).bytes}`)
      .filter((line) => Number(line.split(' ')[1]) >= FIRST);
    assert.deepEqual(heavy, []);
  });

  test('every route after another, and whatever is asked for later, stays under 150 kB', () => {
    const { fetched } = weigh(chunks, [...entry(), chunkOf(chunks, FRAME)]);
    const asked = new Set(chunks.flatMap(({ dynamicImports }) => dynamicImports));
    const later = chunks.filter(({ fileName }) => asked.has(fileName));
    assert.ok(later.length >= routes().length);
    const heavy = later
      .map((chunk) => `${chunk.source ?? chunk.fileName} ${weigh(chunks, [chunk], fetched).bytes}`)
      .filter((line) => Number(line.split(' ')[1]) >= LATER);
    assert.deepEqual(heavy, []);
  });
});
