import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything a run leaves behind: data, logs, stamps. A second installation of one checkout names its own. */
export const home = resolve(process.env.QINGSHAN_HOME || join(checkout, '.qingshan'));

export const apiBundle = join(checkout, 'apps', 'api', 'dist', 'main.js');
/**
 * How Node runs it: its nursery is kept small, since the product lives by many short answers; with the default of 16 MB
 * the process takes 40 to 90 MB more and answers no faster, with 4 MB an import spends a fifth more on collecting garbage.
 * Its heap grows in small steps, which is another 60 to 130 MB less for the list (docs/performance.md).
 */
export const apiNodeOptions = ['--max-semi-space-size=8', '--heap-growing-percent=40'];
export const webDist = join(checkout, 'apps', 'web', 'dist');
