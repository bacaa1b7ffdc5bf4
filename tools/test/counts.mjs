const COLOURS = new RegExp(String.raw`\u001b\[[0-9;]*m`, 'g');

/**
 * Tests in a runner's output. A runner that failed without a failed test (a file that does not load, a crash) counts as
 * one failure more, so that nothing red can look green.
 *
 * @param {'one' | 'jest' | 'node'} kind
 * @param {string} output
 * @param {number} code
 * @returns {{ passed: number, failed: number }}
 */
export const countsOf = (kind, output, code) => {
  const text = output.replaceAll(COLOURS, '');
  const sum = (/** @type {RegExp} */ pattern) =>
    [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
  const counts = {
    one: () => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }),
    jest: () => ({ passed: sum(/^Tests:.*?(\d+) passed/gm), failed: sum(/^Tests:.*?(\d+) failed/gm) }),
    node: () => ({ passed: sum(/^(?:ℹ|#) pass (\d+)/gm), failed: sum(/^(?:ℹ|#) fail (\d+)/gm) }),
  }[kind]();
  const crashed = code !== 0 && counts.failed === 0;
  const silent = code === 0 && counts.passed === 0;
  return crashed || silent ? { ...counts, failed: counts.failed + 1 } : counts;
};
