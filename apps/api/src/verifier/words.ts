import { keyText, type Finding, type KeyTerm } from '@qingshan/domain';

const WHY = {
  unreadable: ['无法识别', 'cannot be read'],
  'other-log': ['属于另一份日志', 'is of another log'],
  unsigned: ['签名不是该密钥所签', 'was not signed by this key'],
} as const;

const BAD_HANDOVER = {
  unreadable: ['无法识别', 'cannot be read'],
  unsigned: ['签名不全或不符', 'was not signed by those who have to'],
  second: ['与另一次交接冲突', 'contradicts another one'],
} as const;

const BEGAN = {
  rotated: ['旧密钥签字交接', 'the key before it handed over and signed'],
  broken: [
    '旧密钥遗失或泄露，由新密钥单方声明',
    'the key before it was lost or stolen; only the new one says so',
  ],
} as const;

/** A key, and where and how it took over from the one before. */
export const keyWords = ({ key, after, began }: KeyTerm): string =>
  `公钥  key          ${keyText(key)}` +
  (began
    ? `\n      第 ${after + 1} 条起，${began.at}：${BEGAN[began.kind][0]}\n      from entry ${after + 1} in the order of the log on, ${began.at}: ${BEGAN[began.kind][1]}`
    : '');

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
    case 'handover':
      return [
        `第 ${finding.size} 条之后的密钥交接${BAD_HANDOVER[finding.why][0]}`,
        `the handover of the key after ${finding.size} entries ${BAD_HANDOVER[finding.why][1]}`,
      ];
    case 'break':
      return [
        `密钥中断：${finding.size} 条之后，密钥 ${finding.from} 遗失或泄露，改用 ${finding.to}。请与纸质留存核对新公钥，再用 --key 一并给出`,
        `the chain of keys breaks after ${finding.size} entries: ${finding.from} was lost or stolen, ${finding.to} came in its place. Compare the new key with the one on paper, then give it with another --key`,
      ];
    case 'note':
      return [
        `检查点（${finding.size} 条）${WHY[finding.why][0]}`,
        `the checkpoint over ${finding.size} entries ${WHY[finding.why][1]}`,
      ];
  }
};
