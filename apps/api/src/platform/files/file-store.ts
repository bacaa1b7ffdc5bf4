import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env';
import { refused } from '../http/refused';
import { ENV } from '../platform.tokens';

const KEY = /^[0-9a-f]{64}$/;
const HALF = '.part';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Bytes on the disk under random names, outside of everything that is served. Whole, or not there. */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(@Inject(ENV) env: Env) {
    this.root = resolve(env.QINGSHAN_FILES ?? join(env.QINGSHAN_HOME, 'files'));
  }

  /** Writes, makes sure of it, and only then gives the file its name: a kill in between leaves half a name. */
  async keep(bytes: Uint8Array): Promise<string> {
    const key = randomBytes(32).toString('hex');
    const folder = this.folderOf(key);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const half = join(folder, `${key}${HALF}`);
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, join(folder, key));
      const entry = await open(folder);
      await entry.sync().finally(() => entry.close());
    } catch (error) {
      if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) throw refused('disk-full');
      throw error;
    }
    return key;
  }

  /** The bytes, or null where they are lost. */
  async read(key: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.folderOf(key), key));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Takes away what was last written before a moment and is not kept: halves, and files whose row never came. */
  async sweep(before: Date, kept: (keys: string[]) => Promise<ReadonlySet<string>>): Promise<number> {
    let swept = 0;
    for (const folder of await this.entries(this.root)) {
      const names = await this.entries(join(this.root, folder));
      const known = await kept(names.filter((name) => KEY.test(name)));
      for (const name of names.filter((one) => !known.has(one)))
        if (await this.takeAway(join(this.root, folder, name), before)) swept += 1;
    }
    return swept;
  }

  private async takeAway(path: string, before: Date): Promise<boolean> {
    try {
      const { mtime } = await stat(path);
      if (mtime >= before) return false;
      await unlink(path);
      return true;
    } catch (error) {
      // Another instance sweeps too.
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
  }

  private async entries(folder: string): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  private folderOf(key: string): string {
    return join(this.root, key.slice(0, 2));
  }
}
