import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { download } from './download';
import { visit } from './visit';
import { zh } from './words';

interface CopiedEntry {
  readonly id: number;
  readonly action: string;
  readonly subject: string | null;
}

export const openSeal = async (): Promise<Page> => {
  const page = await visit('auditadmin', '/trail');
  await page.getByRole('button', { name: zh('trail.seal.details') }).click();
  await page.getByRole('dialog').waitFor();
  return page;
};

/** Waits until nothing is left that no signature stands over. */
export const openSealWhole = async (): Promise<Page> => {
  for (;;) {
    const page = await openSeal();
    const isWhole = await page
      .getByRole('dialog')
      .getByText(zh('trail.seal.whole'), { exact: true })
      .isVisible();
    if (isWhole) return page;
    await page.close();
  }
};

/**
 * What an auditor carries to another machine: the trail with its proofs, the program, the last checkpoint and the key as
 * the page prints it. Nothing else lies in the folder, and the program is given no environment.
 */
export const carryAway = async (page: Page) => {
  const folder = mkdtempSync(join(tmpdir(), 'qs-'));
  const taken = async (key: string): Promise<string> => {
    const link = page.getByRole('link', { name: zh(key) });
    const { name, bytes } = await download(page, () => link.click());
    writeFileSync(join(folder, name), bytes);
    return name;
  };
  const kept = await taken('trail.seal.checkpoint');
  const trail = await taken('trail.seal.package');
  const verifier = await taken('trail.seal.verifier');
  const printed = await page.getByRole('dialog').innerText();
  const key = String(/node verify\.mjs trail\.jsonl --key (\S+)/.exec(printed)?.[1]);
  const lines = readFileSync(join(folder, trail), 'utf8').trimEnd().split('\n');
  return {
    kept,
    trail,
    key,
    lines,
    /** The entries about a subject, with the line each stands on. */
    about: (subject: string) =>
      lines.flatMap((line, at) => {
        const { id, body } = JSON.parse(line) as { id?: number; body?: string };
        if (id === undefined || body === undefined) return [];
        const { entry } = JSON.parse(body) as { entry: Omit<CopiedEntry, 'id'> };
        return entry.subject === subject ? [{ id, at, action: entry.action }] : [];
      }),
    /** Puts a package of one's own beside the true one. */
    put: (name: string, forged: readonly string[]): string => {
      writeFileSync(join(folder, name), forged.join('\n'));
      return name;
    },
    run: (...words: string[]) => {
      const { status, stdout } = spawnSync(process.execPath, [verifier, ...words], {
        cwd: folder,
        env: {},
        encoding: 'utf8',
      });
      return { status, stdout };
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
};
