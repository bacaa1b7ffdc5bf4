import { expect, test } from '@jest/globals';
import { readLedger } from './read-ledger';

const file = { name: 'a.csv', bytes: Buffer.from('number,name\nK1,a\n') };
const threadOf = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads';${code}`)}`,
  );

test('the table a thread reads comes back, and the thread ends', async () => {
  const worker = threadOf(
    `parentPort.postMessage({ table: { sheet: workerData.options.sheet, headerRow: workerData.bytes.length } })`,
  );
  await expect(readLedger(file, { worker, sheet: '台账' })).resolves.toEqual({
    sheet: '台账',
    headerRow: 17,
  });
});

test('a refusal of the thread is thrown as a refusal', () =>
  expect(
    readLedger(file, {
      worker: threadOf(
        `parentPort.postMessage({ refusal: { code: 'file-refused', data: { why: 'macro' } } })`,
      ),
    }),
  ).rejects.toMatchObject({ refusal: { code: 'file-refused', data: { why: 'macro' } } }));

test('a file that eats the memory of its thread is refused, and this process lives', () =>
  expect(
    readLedger(file, {
      worker: threadOf(`const all = []; for (;;) all.push(new Array(1000).fill(all.length))`),
      memoryMb: 32,
    }),
  ).rejects.toMatchObject({ refusal: { code: 'file-refused', data: { why: 'too-large' } } }));

test('a file that takes for ever is refused after its time', () =>
  expect(readLedger(file, { worker: threadOf('for (;;);'), timeoutMs: 300 })).rejects.toMatchObject({
    refusal: { code: 'file-refused', data: { why: 'too-slow', limitMs: 300 } },
  }));

test('a thread that ends without an answer is a fault of ours and no refusal', () =>
  expect(readLedger(file, { worker: threadOf('process.exit(3)') })).rejects.toThrow('ended with 3'));
