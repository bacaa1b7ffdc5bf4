import { expect, test } from '@jest/globals';
import { csvFile } from './csv-file';

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(Buffer.from(reader.result as ArrayBuffer).toString('utf8'));
    reader.readAsArrayBuffer(blob);
  });

test('a file opens right in a spreadsheet: a byte-order mark, quotes where they are needed, no formula that runs', async () => {
  const file = csvFile([
    ['甲', 'b, c', 'say "d"'],
    ['=1+1', '', '-5'],
  ]);
  expect(await textOf(file)).toBe('\uFEFF甲,"b, c","say ""d"""\r\n\'=1+1,,\'-5\r\n');
});
