// Old Node versions must be able to read this file, or they could not say that they are too old: no syntax after 2019.

/** The same as `engines` in package.json; a test compares the two. */
export const oldestNode = [20, 19];

/**
 * @param {string} version
 */
export function isTooOld(version) {
  const parts = version.split('.').map(Number);
  return parts[0] < oldestNode[0] || (parts[0] === oldestNode[0] && parts[1] < oldestNode[1]);
}

export function refuseOldNode() {
  if (!isTooOld(process.versions.node)) return;
  const wanted = oldestNode.join('.');
  console.error(
    '✘ Node 版本过低：当前 ' +
      process.versions.node +
      '，需要 ' +
      wanted +
      ' 或更高版本。\n' +
      '  This is Node ' +
      process.versions.node +
      '; Qingshan needs ' +
      wanted +
      ' or newer.\n' +
      '→ 请从 https://nodejs.org/zh-cn 安装 LTS 版本，然后重新运行。\n' +
      '  Install the LTS version from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
