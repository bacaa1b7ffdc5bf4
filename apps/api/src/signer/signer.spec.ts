import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  base64Of,
  consistencyRanges,
  GrowingTree,
  isSignedBy,
  leafHash,
  parseKey,
  parseNote,
  utf8,
  type Range,
} from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { TestClock } from '../testing/test-clock';
import { NotConsistent, Signer } from './signer';

const folder = mkdtempSync(join(tmpdir(), 'qs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let home: string;
let made = 0;
const start = () => new Signer(home, new TestClock());
beforeEach(() => {
  home = join(folder, String((made += 1)));
});

const aLog = (story: string, size: number) => {
  const leaves = Array.from({ length: size }, (_, index) => leafHash(sha256, utf8(`${story} ${index}`)));
  const rootOf = ({ from, to }: Range) => {
    const tree = new GrowingTree(sha256);
    for (const leaf of leaves.slice(from, to)) tree.append(leaf);
    return tree.root();
  };
  return (older: number, upTo: number) => ({
    origin: 'log',
    size: upTo,
    root: base64Of(rootOf({ from: 0, to: upTo })),
    proof: consistencyRanges(older, upTo).map((range) => base64Of(rootOf(range))),
  });
};
const log = aLog('told', 20);

test('its key is its owner’s alone, stays the same, and is handed over as text', () => {
  const { key } = start().view('log');
  expect(start().view('log').key).toBe(key);
  expect(readFileSync(join(home, 'signer.pub'), 'utf8').trim()).toBe(key);
  expect(statSync(join(home, 'signer.key')).mode & 0o777).toBe(0o400);
  expect(readdirSync(home).sort()).toEqual(['signer.key', 'signer.pub']);
});

test('what it signs says which log, how much of it, and when', () => {
  const signer = start();
  const note = parseNote(signer.sign(log(0, 5)).note);
  const key = parseKey(sha256, signer.view('log').key);
  expect(note).toMatchObject({ origin: 'log', size: 5, signedAt: '2026-11-24T02:00:00.000Z' });
  expect(note && key && isSignedBy(verifyEd25519, note, key)).toBe(true);
});

test('it signs what continues, also when it was started again in between', () => {
  start().sign(log(0, 5));
  start().sign(log(5, 6));
  expect(start().sign(log(6, 20)).size).toBe(20);
  expect(start().view('log').last?.size).toBe(20);
});

test('the same asked twice is signed once', () => {
  const first = start().sign(log(0, 5));
  expect(start().sign(log(0, 5))).toEqual(first);
});

describe('it does not sign (S54)', () => {
  const other = aLog('retold', 20);
  test.each([
    ['another history of the same length', other(0, 8)],
    ['another history that is longer, with its own proof', other(8, 20)],
    ['a shorter one', log(0, 7)],
    ['a longer one without a proof', { ...log(8, 12), proof: [] }],
    ['a longer one with the proof of another step', { ...log(8, 12), proof: log(7, 12).proof }],
    ['what is no hash', { ...log(8, 12), root: base64Of(utf8('short')) }],
  ])('%s', (_, wanted) => {
    start().sign(log(0, 8));
    expect(() => start().sign(wanted)).toThrow(NotConsistent);
    expect(start().view('log').last?.size).toBe(8);
  });
});

test('another log has a memory of its own', () => {
  start().sign(log(0, 8));
  expect(start().sign({ ...log(0, 5), origin: 'other' }).size).toBe(5);
});

test('a memory that cannot be read stops it rather than be forgotten', () => {
  start().sign(log(0, 8));
  writeFileSync(join(home, 'log.json'), '{"size":');
  expect(() => start().sign(log(0, 8))).toThrow(SyntaxError);
});
