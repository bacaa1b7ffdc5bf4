import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything a run leaves behind: data, logs, stamps. A second installation of one checkout names its own. */
export const home = resolve(process.env.QINGSHAN_HOME || join(checkout, '.qingshan'));

export const apiBundle = join(checkout, 'apps', 'api', 'dist', 'main.js');
export const webDist = join(checkout, 'apps', 'web', 'dist');
