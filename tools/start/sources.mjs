import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the two bundles are made of. */
const parts = [
  'libs',
  'apps/api',
  'apps/web',
  'package-lock.json',
  'package.json',
  'nx.json',
  'tsconfig.base.json',
];

/**
 * One word for the state of all sources. Contents, not dates: git and copying change dates at will.
 *
 * @param {string} checkout
 */
export function hashOfSources(checkout) {
  const isIgnored = ignoreRule(checkout);
  const hash = createHash('sha256');
  /** @param {string} path with forward slashes, so that all systems agree */
  function add(path) {
    const entries = entriesOf(join(checkout, path));
    if (entries) {
      for (const name of entries) if (!isIgnored(name)) add(`${path}/${name}`);
      return;
    }
    hash
      .update(`${path}\0`)
      .update(contentOf(join(checkout, path)))
      .update('\0');
  }
  for (const part of parts) add(part);
  return hash.digest('hex');
}

/** The few shapes that our .gitignore has: `name/`, `name` and `*.ending`. @param {string} checkout */
function ignoreRule(checkout) {
  const rules = String(contentOf(join(checkout, '.gitignore')))
    .split(/\r?\n/)
    .map((rule) => rule.trim().replace(/\/$/, ''))
    .filter(Boolean);
  /** @param {string} name */
  return (name) =>
    rules.some((rule) => (rule.startsWith('*') ? name.endsWith(rule.slice(1)) : name === rule));
}

/** @param {string} folder @returns {string[] | undefined} undefined when it is no folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    // An editor's temporary file may be gone again, and a link may point nowhere.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return '';
    throw error;
  }
}
