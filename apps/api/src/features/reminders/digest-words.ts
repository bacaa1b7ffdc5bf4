import type { Language, ReviewedStage } from '@qingshan/domain';
import type { DigestPart } from './digest';

/** What a mail says, in the language its reader chose. Nothing a person typed stands in a subject. */
interface Words {
  readonly subject: (parts: string, day: string) => string;
  readonly comma: string;
  readonly short: (part: DigestPart, total: string) => string;
  readonly parts: Record<DigestPart, (total: string) => string>;
  readonly stage: Record<ReviewedStage, string>;
  readonly greeting: (name: string) => string;
  readonly asOf: (day: string) => string;
  readonly item: (name: string, rest: string) => string;
  readonly due: (day: string) => string;
  readonly more: (count: string) => string;
  readonly all: string;
  readonly settings: string;
  readonly foot: string;
}

const SHORT: Record<Language, Record<DigestPart, string>> = {
  zh: {
    returned: '退回',
    overdue: '逾期',
    expiring: '将到期',
    reviews: '待审',
    lateReviews: '下级审核超期',
    lateStages: '下级阶段逾期',
    owed: '待办',
  },
  en: {
    returned: 'returned',
    overdue: 'overdue',
    expiring: 'due soon',
    reviews: 'to review',
    lateReviews: 'reviews late below',
    lateStages: 'stages late below',
    owed: 'owed',
  },
};

export const DIGEST_WORDS: Record<Language, Words> = {
  zh: {
    subject: (parts, day) => `【青山】${day} 待办：${parts}`,
    comma: '，',
    short: (part, total) => `${SHORT.zh[part]} ${total}`,
    parts: {
      returned: (total) => `退回待改：${total} 座`,
      overdue: (total) => `已逾期：${total} 座`,
      expiring: (total) => `30 天内到期：${total} 座`,
      reviews: (total) => `待您审核：${total} 件`,
      lateReviews: (total) => `下级审核超期，上报督办：${total} 件`,
      lateStages: (total) => `下级阶段逾期，上报督办：${total} 座`,
      owed: (total) => `其他待办：${total} 座`,
    },
    stage: { survey: '普查', planning: '规划', financing: '筹资', completion: '修复验收' },
    greeting: (name) => `${name}，您好：`,
    asOf: (day) => `截至 ${day}，您有以下事项：`,
    item: (name, rest) => `· ${name}（${rest}）`,
    due: (day) => `${day} 到期`,
    more: (count) => `  另有 ${count} 项。`,
    all: '全部事项：',
    settings: '改为每周一封、换用英文或不再接收：',
    foot: '本邮件由系统自动发出，请勿回复。打开链接需要登录。',
  },
  en: {
    subject: (parts, day) => `[Qingshan] ${day}: ${parts}`,
    comma: ', ',
    short: (part, total) => `${total} ${SHORT.en[part]}`,
    parts: {
      returned: (total) => `Returned, to be mended: ${total}`,
      overdue: (total) => `Overdue: ${total}`,
      expiring: (total) => `Due within 30 days: ${total}`,
      reviews: (total) => `Waiting for your review: ${total}`,
      lateReviews: (total) => `Reviews late below you, gone up the tree: ${total}`,
      lateStages: (total) => `Stages late below you, gone up the tree: ${total}`,
      owed: (total) => `Otherwise owed: ${total}`,
    },
    stage: { survey: 'survey', planning: 'planning', financing: 'financing', completion: 'completion' },
    greeting: (name) => `Dear ${name},`,
    asOf: (day) => `As of ${day} this waits for you:`,
    item: (name, rest) => `- ${name} (${rest})`,
    due: (day) => `due ${day}`,
    more: (count) => `  ${count} more.`,
    all: 'All of it:',
    settings: 'Weekly, in Chinese, or no mail at all:',
    foot: 'This mail was sent by the system; nobody reads answers to it. The links ask you to sign in.',
  },
};
