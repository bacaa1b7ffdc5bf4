import type { Finding } from '@qingshan/domain';

const WHY = {
  unreadable: ['无法识别', 'cannot be read'],
  'other-log': ['属于另一份日志', 'is of another log'],
  unsigned: ['签名不是该密钥所签', 'was not signed by this key'],
} as const;

/** A finding in both languages: whoever runs this has no page to choose one. */
export const wordsOf = (finding: Finding): string => {
  const [chinese, english] = told(finding);
  return `${chinese}\n    ${english}`;
};

const told = (finding: Finding): readonly [string, string] => {
  switch (finding.kind) {
    case 'changed':
      return [`条目 ${finding.id} 的内容被改动`, `entry ${finding.id} was changed`];
    case 'removed':
      return [`条目 ${finding.id} 的内容被删除`, `entry ${finding.id} was removed`];
    case 'inserted':
      return [`条目 ${finding.id} 是插入的`, `entry ${finding.id} was put in`];
    case 'late':
      return [
        `条目 ${finding.id} 自称形成于 ${finding.at}，早于在它之前已签名的内容`,
        `entry ${finding.id} says it is of ${finding.at}, before what was signed ahead of it`,
      ];
    case 'missing':
      return [
        `第 ${finding.from + 1} 至 ${finding.to} 条缺失`,
        `entries ${finding.from + 1} to ${finding.to} in the order of the log are missing`,
      ];
    case 'cut':
      return [
        `日志末尾被截断：已签名 ${finding.to} 条，只有 ${finding.from} 条（核验包须在检查点之后下载）`,
        `the end was cut off: ${finding.to} entries were signed, ${finding.from} are here (a package must be taken after the checkpoint)`,
      ];
    case 'rewritten':
      return [
        `第 ${finding.from + 1} 至 ${finding.to} 条与签名不符：其中有条目被改动、插入或删除`,
        `entries ${finding.from + 1} to ${finding.to} in the order of the log are not those that were signed`,
      ];
    case 'note':
      return [
        `检查点（${finding.size} 条）${WHY[finding.why][0]}`,
        `the checkpoint over ${finding.size} entries ${WHY[finding.why][1]}`,
      ];
  }
};
