import { expect, test } from '@jest/globals';
import { importRoutes } from '@qingshan/contracts';
import { writeXlsx } from 'hucre/xlsx';
import { caller } from './testing/caller';
import { visit } from './testing/visit';
import { en, zh } from './testing/words';

/** What Excel saves with a password: an OLE container whose one stream is the workbook, encrypted. */
const locked = async () =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '台账',
          rows: [
            ['主体编号', '矿山名称'],
            ['MM-1', '一号石场'],
          ],
        },
      ],
      encryption: { password: '123456' },
    }),
  );

test.each([
  ['zh', zh],
  ['en', en],
] as const)(
  'in %s a workbook with a password is turned away with the reason, and nothing is kept of it',
  async (language, say) => {
    const buffer = await locked();
    expect(buffer.subarray(0, 4).toString('hex')).toBe('d0cf11e0');
    const before = await caller('official').get(importRoutes.list, { query: {} });
    const page = await visit('official', '/imports', { language });
    await page.locator('input[type=file]').setInputFiles({ name: '台账.xlsx', mimeType: '', buffer });
    const alert = page.getByRole('alert');
    await alert.getByText(say('imports.refusal.encrypted'), { exact: true }).waitFor();
    await alert.getByText(say('imports.drop.refused', { file: '台账.xlsx' })).waitFor();
    // The next file can be chosen at once.
    await page.getByRole('button', { name: say('imports.drop.choose') }).waitFor();
    const after = await caller('official').get(importRoutes.list, { query: {} });
    expect(after.total).toBe(before.total);
  },
);
