import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  base64Of,
  consistencyRanges,
  GrowingTree,
  isSignedBy,
  isSignedHandover,
  keyText,
  leafHash,
  parseHandover,
  parseKey,
  parseNote,
  utf8,
  type Range,
} from '@qingshan/domain';
import { sha256, verifyEd25519 } from '../platform/sealing/crypto';
import { TestClock } from '../testing/test-clock';
import { askHandover } from './ask-handover';
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

describe('the key is replaced', () => {
  const keyNow = () => start().view('log').key;
  const ask = (kind: 'rotated' | 'broken', ...words: string[]) => askHandover(home, kind, words, 0);

  test('planned: the old key signs over to the new one, and the log goes on where it was', async () => {
    const signer = start();
    const first = signer.view('log').key;
    signer.sign(log(0, 8));
    expect(await ask('rotated')).toContain('when it starts');
    // The one that runs sees it at its next turn.
    const { key, last, handovers } = signer.view('log');
    expect([key === first, last?.size, handovers.length]).toEqual([false, 8, 1]);
    const handover = parseHandover(sha256, handovers[0] ?? '');
    expect(handover).toMatchObject({ kind: 'rotated', logs: [{ origin: 'log', size: 8 }] });
    expect(handover && isSignedHandover(verifyEd25519, handover)).toBe(true);
    expect([handover?.from, handover?.to].map((one) => one && keyText(one))).toEqual([first, key]);
    expect(() => signer.sign(aLog('retold', 20)(8, 12))).toThrow(NotConsistent);
    const note = parseNote(signer.sign(log(8, 12)).note);
    const parsed = parseKey(sha256, key);
    expect(note && parsed && isSignedBy(verifyEd25519, note, parsed)).toBe(true);
    expect(readFileSync(join(home, 'signer.pub'), 'utf8').trim()).toBe(key);
    expect(statSync(join(home, 'signer.key')).mode & 0o777).toBe(0o400);
    expect(start().view('log')).toMatchObject({ key, handovers });
  });

  test('again and again: every handover is told, oldest first', async () => {
    start().sign(log(0, 8));
    const keys = [keyNow()];
    for (let turn = 0; turn < 3; turn += 1) {
      await ask('rotated');
      keys.push(keyNow());
    }
    const told = start()
      .view('log')
      .handovers.map((note) => parseHandover(sha256, note)?.to);
    expect(told.map((key) => key && keyText(key))).toEqual(keys.slice(1));
    expect(new Set(keys).size).toBe(4);
  });

  test('lost: nothing is made in its place unless somebody says so, and then the break is written down', async () => {
    const lost = keyNow();
    start().sign(log(0, 8));
    rmSync(join(home, 'signer.key'));
    expect(start).toThrow(/gone/);
    await expect(ask('rotated')).resolves.toContain('when it starts');
    expect(start).toThrow(/is not here/);
    rmSync(join(home, 'handover.wanted'));
    await ask('broken');
    const { key, handovers } = start().view('log');
    expect(key).not.toBe(lost);
    expect(parseHandover(sha256, handovers[0] ?? '')).toMatchObject({ kind: 'broken', logs: [{ size: 8 }] });
    expect(() => start().sign(log(0, 9))).toThrow(NotConsistent);
    expect(start().sign(log(8, 9)).size).toBe(9);
  });

  test('lost with all its memory: a checkpoint that was kept takes its place', async () => {
    const lost = keyNow();
    const { note } = start().sign(log(0, 8));
    const kept = join(home, 'checkpoint.txt');
    rmSync(home, { recursive: true });
    await expect(ask('broken', '--from', lost)).rejects.toThrow('--kept');
    expect(start().view('log').last).toBeNull();
    writeFileSync(kept, note.replace('\n8\n', '\n9\n'));
    await expect(ask('broken', '--from', lost, '--kept', kept)).rejects.toThrow('no checkpoint of the key');
    writeFileSync(kept, note);
    await ask('broken', '--from', lost, '--kept', kept);
    expect(start().view('log')).toMatchObject({ last: { size: 8 }, handovers: [expect.any(String)] });
    expect(() => start().sign(log(0, 9))).toThrow(NotConsistent);
    expect(start().sign(log(8, 9)).size).toBe(9);
  });

  test('what makes no sense is refused before the signer hears of it', async () => {
    await expect(ask('rotated')).rejects.toThrow('--from');
    const key = keyNow();
    await expect(ask('broken', '--from', `${key}x`)).rejects.toThrow('--from');
    const strange = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    await expect(ask('rotated', '--from', strange)).rejects.toThrow('only the present key');
    await ask('rotated');
    await expect(ask('rotated')).rejects.toThrow('already');
  });

  // Each state a kill can leave behind: before the new key took the old one's name, and after.
  test('cut off before it is done, it is done at the next start; cut off after, it is not done twice', async () => {
    const first = keyNow();
    start().sign(log(0, 8));
    await ask('rotated');
    const wanted = readFileSync(join(home, 'handover.wanted'), 'utf8');
    writeFileSync(join(home, 'signer.key.99.new'), 'half a key');
    const second = keyNow();
    expect(readdirSync(home).filter((name) => name.endsWith('.new'))).toEqual([]);
    writeFileSync(join(home, 'handover.wanted'), wanted);
    expect(keyNow()).toBe(second);
    expect(start().view('log').handovers).toHaveLength(1);
    expect(second).not.toBe(first);
  });
});
