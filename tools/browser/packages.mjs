import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../start/paths.mjs';

/**
 * Where npm put a package: npm lifts it to the top unless two versions are wanted.
 *
 * @param {string} name
 * @returns {{ folder: string, version: string } | undefined}
 */
export function findPackage(name) {
  for (const parent of ['.', 'apps/e2e']) {
    const folder = join(checkout, parent, 'node_modules', name);
    const about = join(folder, 'package.json');
    if (existsSync(about)) return { folder, version: JSON.parse(readFileSync(about, 'utf8')).version };
  }
  return undefined;
}
