import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { checkout } from '../start/paths.mjs';

/**
 * Fills a folder once and keeps it. It is filled aside and moved when it is whole, so neither a killed run nor two runs
 * at once leave half a browser.
 *
 * @param {string} name what is in it, with its version
 * @param {(folder: string) => void} fill
 * @returns {string}
 */
export function keptFolder(name, fill) {
  const folder = join(checkout, '.qingshan', 'browsers', name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const half = mkdtempSync(`${folder}-half-`);
  fill(half);
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * @param {string} packed a brotli file
 * @param {string} program
 */
export function unpackProgram(packed, program) {
  writeFileSync(program, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
}

const BLOCK = 512;

/**
 * @param {string} packed a brotli file of a tar archive of plain files
 * @param {string} folder
 */
export function unpackArchive(packed, folder) {
  const tar = brotliDecompressSync(readFileSync(packed));
  for (let at = 0; at < tar.length && tar[at] !== 0;) {
    const name = textAt(tar, at, 100);
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    const isFile = ['0', ''].includes(textAt(tar, at + 156, 1));
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (isFile) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content, { mode: 0o755 });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/**
 * @param {Buffer} tar
 * @param {number} at
 * @param {number} length
 */
const textAt = (tar, at, length) => tar.toString('latin1', at, at + length).replace(/\0[^]*$/, '');
