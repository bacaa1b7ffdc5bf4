import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signedHead, type SignedHead } from './protocol';
import { writeWhole } from './write-whole';

const fileOf = (folder: string, origin: string) => join(folder, `${origin.replaceAll(/[^\w-]/g, '_')}.json`);

/** What was signed last of a log; null before the first time. */
export const headOf = (folder: string, origin: string): SignedHead | null => {
  try {
    return read(fileOf(folder, origin));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

export const putHead = (folder: string, origin: string, head: SignedHead): void =>
  writeWhole(fileOf(folder, origin), JSON.stringify(head), 0o600);

/** Of every log. */
export const headsIn = (folder: string): SignedHead[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(join(folder, name)));

const read = (file: string): SignedHead => signedHead.parse(JSON.parse(readFileSync(file, 'utf8')));
