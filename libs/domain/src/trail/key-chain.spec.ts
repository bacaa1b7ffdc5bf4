import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { utf8 } from './bytes';
import { LogCheck } from './check-log';
import { handoverText, type HandoverKind } from './handover';
import { GrowingTree, leafHash } from './merkle-tree';
import { checkpointText, cosigned, noteOf, verifierKeyOf, type VerifierKey } from './signed-note';

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
// A signature is not what is tested here: whoever knows the key's bytes can make this one.
const sign = (publicKey: Uint8Array, text: string) => hash(utf8(`${publicKey.join()} ${text}`));
const verify = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) =>
  sign(publicKey, new TextDecoder().decode(text)).join() === signature.join();
const keyNamed = (name: string) => verifierKeyOf(hash, 'signer', hash(utf8(name)));
const [first, second, third, stranger] = [
  keyNamed('first'),
  keyNamed('second'),
  keyNamed('third'),
  keyNamed('stranger'),
];

const LOG = Array.from({ length: 20 }, (_, index) => {
  const body = utf8(`entry ${index}`);
  return { index, id: index + 100, body, leaf: leafHash(hash, body) };
});
const rootAt = (size: number) => {
  const tree = new GrowingTree(hash);
  for (const { leaf } of LOG.slice(0, size)) tree.append(leaf);
  return tree.root();
};
const signedAt = '2026-11-25T10:00:00.000Z';
const noteBy = (by: VerifierKey, size: number) => {
  const text = checkpointText({ origin: 'log', size, root: rootAt(size), signedAt });
  return noteOf(text, by, sign(by.publicKey, text));
};

interface Handed {
  readonly kind?: HandoverKind;
  readonly size?: number;
  readonly root?: Uint8Array;
  readonly origin?: string;
  readonly by?: readonly VerifierKey[];
}
const handed = (from: VerifierKey, to: VerifierKey, given: Handed = {}) => {
  const { kind = 'rotated', size = 10, root = rootAt(size), origin = 'log' } = given;
  const { by = kind === 'broken' ? [to] : [from, to] } = given;
  const text = handoverText({ kind, from, to, signedAt, logs: [{ origin, size, root }] });
  return by.reduce((note, key) => cosigned(note, key, sign(key.publicKey, text)), `${text}\n`);
};

const check = (
  keys: readonly [VerifierKey, ...VerifierKey[]],
  handovers: readonly string[],
  notes: readonly string[] = NOTES,
) => {
  const log = new LogCheck({ hash, verify, origin: 'log', keys, handovers, notes });
  for (const entry of LOG) log.entry(entry);
  return log.report();
};
const NOTES = [noteBy(first, 5), noteBy(first, 10), noteBy(second, 15), noteBy(second, 20)];
const WHOLE = { confirmed: 20, findings: [] };

test('a log signed by one key after another is confirmed from the first, and told where it changed', () => {
  const { keys, ...report } = check([first], [handed(first, second)]);
  expect(report).toMatchObject(WHOLE);
  expect(keys.map(({ key, after, upTo, began }) => [key, after, upTo, began?.kind])).toEqual([
    [first, 0, 10, undefined],
    [second, 10, Number.POSITIVE_INFINITY, 'rotated'],
  ]);
});

test('and from the last, which has taken over from the one before', () =>
  expect(check([second], [handed(first, second)])).toMatchObject(WHOLE));

test('through any number of keys, whatever order the handovers come in', () => {
  const handovers = [handed(second, third, { size: 15 }), handed(first, second)];
  const notes = [noteBy(first, 10), noteBy(second, 15), noteBy(third, 20)];
  for (const key of [first, second, third]) expect(check([key], handovers, notes)).toMatchObject(WHOLE);
});

test('a key that nobody handed over to is refused', () => {
  expect(check([first], []).findings.map(({ kind }) => kind)).toEqual(['note', 'note']);
  expect(check([stranger], [handed(first, second)])).toMatchObject({ confirmed: 0 });
});

test('the old key signs nothing after it handed over, and the new one nothing before', () => {
  const notes = [noteBy(first, 10), noteBy(first, 15), noteBy(second, 10), noteBy(second, 20)];
  expect(check([first], [handed(first, second)], notes).findings).toEqual([
    { kind: 'note', size: 15, why: 'unsigned' },
    { kind: 'note', size: 10, why: 'unsigned' },
  ]);
});

describe('a tampered handover is refused', () => {
  const good = handed(first, second);
  test.each([
    ['cut off', good.slice(0, -20), 'unreadable'],
    ['at another place', good.replace('log log 10 ', 'log log 11 '), 'unsigned'],
    ['a break made a rotation', handed(first, second, { by: [second] }), 'unsigned'],
    ['signed by the old one alone', handed(first, second, { by: [first] }), 'unsigned'],
    ['signed by a stranger', handed(first, second, { by: [first, stranger] }), 'unsigned'],
  ])('%s', (_, handover, why) => {
    const { findings } = check([first], [handover]);
    expect(findings[0]).toMatchObject({ kind: 'handover', why });
    expect(findings.slice(1).map(({ kind }) => kind)).toEqual(['note', 'note']);
  });

  test('over another history, though both signed it', () =>
    expect(check([first], [handed(first, second, { root: rootAt(9) })]).findings).toContainEqual({
      kind: 'rewritten',
      from: 10,
      to: 10,
    }));

  test('of another log', () =>
    expect(check([first], [handed(first, second, { origin: 'other' })])).toMatchObject({ confirmed: 10 }));

  test('a second one of the same key', () =>
    expect(check([first], [handed(first, second), handed(first, stranger, { size: 12 })]).findings).toEqual([
      { kind: 'handover', size: 12, why: 'second' },
    ]));

  test('keys that hand over in a circle end somewhere', () =>
    expect(check([first], [handed(first, second), handed(second, first, { size: 15 })]).keys).toHaveLength(
      3,
    ));
});

describe('a key that was lost or stolen', () => {
  const broken = handed(first, second, { kind: 'broken' });

  test('leaves a break: the next one is not believed on its own word', () => {
    const { findings, confirmed } = check([first], [broken]);
    expect(confirmed).toBe(10);
    expect(findings[0]).toMatchObject({ kind: 'break', size: 10 });
  });

  test('and is, once it was compared with the one on paper', () => {
    const report = check([first, second], [broken]);
    expect(report).toMatchObject(WHOLE);
    expect(report.keys[1]?.began?.kind).toBe('broken');
    expect(check([second], [broken])).toMatchObject(WHOLE);
  });

  test('signs nothing after the break, whoever has it', () =>
    expect(check([first, second], [broken], [...NOTES, noteBy(first, 18)]).findings).toEqual([
      { kind: 'note', size: 18, why: 'unsigned' },
    ]));

  test('a stranger who says that a key is broken does not take the place of its heir', () =>
    expect(
      check([first], [handed(first, stranger, { kind: 'broken', size: 8 }), handed(first, second)]),
    ).toMatchObject({ confirmed: 20, findings: [{ kind: 'handover', why: 'second' }] }));
});
