import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.mjs';

/**
 * The account the server runs under. `undefined` means: the one we run under ourselves.
 *
 * @typedef {{ uid: number, gid: number }} Account
 */

/** Accounts that exist on ordinary systems; an arbitrary uid will not do, PostgreSQL looks its own name up. */
const unprivileged = ['postgres', '_postgres', 'nobody'];

export const weAreRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root lends the server an account without rights. A data folder that already
 * exists keeps its owner: it may have been made by an ordinary user before.
 *
 * @param {string} dataDir
 * @returns {Account | undefined}
 */
export function accountFor(dataDir) {
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  if (!weAreRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid())
      throw new ClusterError('other-owner', dataDir);
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of unprivileged) {
    const uid = idOf(name, '-u');
    const gid = idOf(name, '-g');
    if (uid && gid) return { uid, gid };
  }
  throw new ClusterError('no-account', unprivileged.join(', '));
}

/**
 * @param {string} name
 * @param {'-u' | '-g'} which
 */
function idOf(name, which) {
  const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  // macOS writes nobody as -2; the kernel wants the same bits without a sign.
  return Number(stdout.trim()) >>> 0;
}

/**
 * @param {Account | undefined} account
 * @param {string} folder
 */
export function canEnter(account, folder) {
  if (!account) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' });
  return status === 0;
}

/**
 * @param {Account | undefined} account
 * @param {string} program
 */
export function canRun(account, program) {
  const { status } = spawnSync(program, ['--version'], { ...account, cwd: account ? '/' : undefined });
  return status === 0;
}

/**
 * @param {Account | undefined} account
 * @param {string} path
 */
export function giveTo(account, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

/**
 * @param {Account | undefined} account
 * @param {string} folder
 */
export function giveTreeTo(account, folder) {
  if (!account) return;
  lchownSync(folder, account.uid, account.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTreeTo(account, path);
    else lchownSync(path, account.uid, account.gid);
  }
}
