import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { utf8 } from './bytes';
import { LogCheck, type LoggedEntry } from './check-log';
import { GrowingTree, leafHash } from './merkle-tree';
import { checkpointText, noteOf, verifierKeyOf } from './signed-note';

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
// A signature is not what is tested here: whoever knows the key's bytes can make this one.
const sign = (publicKey: Uint8Array, text: string) => hash(utf8(`${publicKey.join()} ${text}`));
const verify = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) =>
  sign(publicKey, new TextDecoder().decode(text)).join() === signature.join();
const key = verifierKeyOf(hash, 'signer', hash(utf8('key')));
const other = verifierKeyOf(hash, 'signer', hash(utf8('another key')));

const bodyAt = (minute: number, what: string) =>
  utf8(`{"at":"2026-11-25T10:${String(minute).padStart(2, '0')}:00.000000Z","entry":"${what}"}`);
const entryOf = (index: number, body = bodyAt(index, `entry ${index}`)): LoggedEntry => ({
  index,
  id: index + 100,
  leaf: leafHash(hash, body),
  body,
});
const LOG = Array.from({ length: 20 }, (_, index) => entryOf(index));

const noteAt = (size: number, of = LOG, by = key, origin = 'log') => {
  const tree = new GrowingTree(hash);
  for (const { leaf } of of.slice(0, size)) tree.append(leaf);
  const signedAt = `2026-11-25T10:${String(size).padStart(2, '0')}:00.000Z`;
  const text = checkpointText({ origin, size, root: tree.root(), signedAt });
  return noteOf(text, by, sign(by.publicKey, text));
};
const NOTES = [5, 10, 15, 20].map((size) => noteAt(size));

const check = (entries: readonly LoggedEntry[], notes: readonly string[] = NOTES) => {
  const log = new LogCheck({ hash, verify, origin: 'log', keys: [key], handovers: [], notes });
  for (const entry of entries) log.entry(entry);
  return log.report();
};
const without = (index: number) => LOG.filter((entry) => entry.index !== index);
const changed = (index: number, change: Partial<LoggedEntry>) =>
  LOG.map((entry) => (entry.index === index ? { ...entry, ...change } : entry));

test('a log as it was signed is confirmed, whatever order its checkpoints come in', () => {
  const whole = {
    entries: 20,
    checkpoints: 4,
    confirmed: 20,
    keys: [{ key, after: 0, upTo: Infinity, began: null }],
    findings: [],
  };
  expect(check(LOG)).toEqual(whole);
  expect(check(LOG, [...NOTES].reverse())).toEqual(whole);
});

test('what came after the last checkpoint is not confirmed yet', () =>
  expect(check(LOG, NOTES.slice(0, 3))).toMatchObject({ entries: 20, confirmed: 15, findings: [] }));

describe('each entry in its place', () => {
  test.each(LOG.map(({ index }) => index))('%i, changed, is named', (index) => {
    const findings = [{ kind: 'changed', index, id: index + 100 }];
    expect(check(changed(index, { body: bodyAt(index, 'other') })).findings).toEqual(findings);
  });

  test.each(LOG.map(({ index }) => index))('%i, gone but for its hash, is named', (index) => {
    expect(check(changed(index, { body: null })).findings).toEqual([
      { kind: 'removed', index, id: index + 100 },
    ]);
  });

  test.each(LOG.slice(0, -1).map(({ index }) => index))('%i, taken out, is named', (index) => {
    expect(check(without(index)).findings).toEqual([{ kind: 'missing', from: index, to: index + 1 }]);
  });

  test.each(LOG.map(({ index }) => index))('%i, put in twice, is named', (index) => {
    const twice = LOG.flatMap((entry) => (entry.index === index ? [entry, entry] : [entry]));
    expect(check(twice).findings).toEqual([{ kind: 'inserted', index, id: index + 100 }]);
  });

  test.each(LOG.map(({ index }) => index))('%i, changed with its hash, is somewhere in its span', (index) => {
    const body = bodyAt(index, 'other');
    const from = Math.floor(index / 5) * 5;
    expect(check(changed(index, { body, leaf: leafHash(hash, body) })).findings).toEqual([
      { kind: 'rewritten', from, to: from + 5 },
    ]);
  });
});

test('one taken out and the others moved up is in its span, and the end is missing', () => {
  const moved = without(7).map((entry, index) => ({ ...entry, index }));
  expect(check(moved).findings).toEqual([
    { kind: 'rewritten', from: 5, to: 10 },
    { kind: 'cut', from: 19, to: 20 },
  ]);
});

test('a tail that was cut off is found by a checkpoint somebody kept', () => {
  expect(check(LOG.slice(0, 15), NOTES.slice(0, 3)).findings).toEqual([]);
  expect(check(LOG.slice(0, 15)).findings).toEqual([{ kind: 'cut', from: 15, to: 20 }]);
});

test('a whole history written anew fails by the checkpoint that was kept', () => {
  const anew = LOG.map(({ index }) => entryOf(index, bodyAt(index, 'anew')));
  const notes = [5, 10].map((size) => noteAt(size, anew));
  expect(check(anew, notes).findings).toEqual([]);
  expect(check(anew, [...notes, ...NOTES.slice(3)]).findings).toEqual([
    { kind: 'rewritten', from: 10, to: 20 },
  ]);
});

test.each([
  ['by another key', noteAt(5, LOG, other), { size: 5, why: 'unsigned' }],
  ['of another log', noteAt(5, LOG, key, 'elsewhere'), { size: 5, why: 'other-log' }],
  ['changed', noteAt(5).replace('\n5\n', '\n6\n'), { size: 6, why: 'unsigned' }],
  ['that is none', 'hello', { size: 0, why: 'unreadable' }],
])('a checkpoint %s is told', (_, note, told) =>
  expect(check(LOG, [...NOTES, note]).findings).toEqual([{ kind: 'note', ...told }]),
);

test('an entry that was put at the end and says it is from before is told', () => {
  const late = entryOf(20, utf8('{"at":"2026-11-25T09:00:00.000000Z","entry":"late"}'));
  expect(check([...LOG, late]).findings).toEqual([
    { kind: 'late', index: 20, id: 120, at: '2026-11-25T09:00:00.000000Z' },
  ]);
});
