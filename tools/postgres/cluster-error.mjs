/**
 * @typedef {'unsupported-platform' | 'binaries-missing' | 'no-account' | 'other-owner' | 'other-version'
 *   | 'disk-full' | 'create-failed' | 'port-in-use' | 'start-failed' | 'not-answering'} ClusterErrorCode
 */

/** Something the person at the keyboard has to know about; `code` lets the caller say it in their words. */
export class ClusterError extends Error {
  /**
   * @param {ClusterErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'ClusterError';
    this.code = code;
  }
}

/** @param {string} output what initdb or the server wrote */
export const saysDiskIsFull = (output) => /No space left on device|ENOSPC|Disk quota exceeded/i.test(output);
