import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Presses, and gives the file that comes. */
export const download = async (page: Page, press: () => Promise<void>) => {
  const coming = page.waitForEvent('download');
  await press();
  const file = await coming;
  const folder = await mkdtemp(join(tmpdir(), 'qingshan-download-'));
  try {
    const path = join(folder, 'file');
    await file.saveAs(path);
    return { name: file.suggestedFilename(), bytes: await readFile(path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
