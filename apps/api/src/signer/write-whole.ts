import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that a power cut leaves the old one or the new one, never half of it. */
export const writeWhole = (
  file: string,
  text: string,
  mode: number,
  { onlyIfAbsent = false }: { readonly onlyIfAbsent?: boolean } = {},
): void => {
  const draft = `${file}.${process.pid}.new`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, 'wx', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (onlyIfAbsent) putIfAbsent(draft, file);
  else renameSync(draft, file);
  keepName(dirname(file));
};

const putIfAbsent = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** The name of a file is in its folder, which Windows keeps by itself. */
const keepName = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
