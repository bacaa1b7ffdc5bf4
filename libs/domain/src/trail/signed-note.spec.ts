import { describe, expect, test } from '@jest/globals';
import { createHash, generateKeyPairSync, sign, verify as verifyWith, createPublicKey } from 'node:crypto';
import { base64Of, utf8 } from './bytes';
import {
  checkpointText,
  isSignedBy,
  keyText,
  noteOf,
  parseKey,
  parseNote,
  verifierKeyOf,
} from './signed-note';

const hash = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const verify = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) =>
  verifyWith(
    null,
    text,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );

const aSigner = (name = 'a') => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI.length));
  const key = verifierKeyOf(hash, name, raw);
  return {
    key,
    note: (text: string) => noteOf(text, key, new Uint8Array(sign(null, utf8(text), privateKey))),
  };
};
const checkpoint = { origin: 'log', size: 3, root: hash(utf8('root')), signedAt: '2026-11-25T10:00:00.000Z' };

// The keys and the note that the Go project publishes with its implementation of the format.
test.each([
  'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
])('a key of somebody else’s is read, and known by its four bytes: %s', (text) => {
  const key = parseKey(hash, text);
  expect(key && keyText(key)).toBe(text);
});

test('a signature of somebody else’s is checked', () => {
  const key = parseKey(hash, 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const signed = Buffer.from(
    'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
    'base64',
  );
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  expect(signed.subarray(0, 4).equals(key?.id ?? new Uint8Array())).toBe(true);
  expect(key && verify(key.publicKey, utf8(text), signed.subarray(4))).toBe(true);
});

test('a note says what was signed, and who signed it', () => {
  const { key, note } = aSigner();
  const read = parseNote(note(checkpointText(checkpoint)));
  expect(read).toMatchObject(checkpoint);
  expect(read && isSignedBy(verify, read, key)).toBe(true);
});

describe('it is not signed', () => {
  const { key, note } = aSigner();
  const good = note(checkpointText(checkpoint));
  test.each([
    ['when its size was changed', good.replace('\n3\n', '\n4\n')],
    ['when its root was changed', good.replace(base64Of(checkpoint.root), base64Of(hash(utf8('other'))))],
    ['when its log was changed', good.replace('log', 'lag')],
    ['by somebody else of the same name', aSigner().note(checkpointText(checkpoint))],
  ])('%s', (_, text) => {
    const read = parseNote(text);
    expect(read).not.toBeNull();
    expect(read && isSignedBy(verify, read, key)).toBe(false);
  });
});

test('a second signature beside it is no matter', () => {
  const [first, second] = [aSigner('a'), aSigner('b')];
  const text = checkpointText(checkpoint);
  const both = parseNote(first.note(text) + second.note(text).slice(text.length + 1));
  expect(both && [first, second].map(({ key }) => isSignedBy(verify, both, key))).toEqual([true, true]);
});

test.each(['', 'log\n3\n', 'log\n3\nAAAA\n\n— a AAAAAAAA\n', 'log\n03\n\n', 'nothing at all'])(
  'what is no note is told so: %j',
  (text) => expect(parseNote(text)).toBeNull(),
);

test.each(['', 'a', 'a+00000000+AAAA', 'a b+00000000+AAAA'])('what is no key is told so: %j', (text) =>
  expect(parseKey(hash, text)).toBeNull(),
);
