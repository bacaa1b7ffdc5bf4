import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MineView } from '@qingshan/contracts';
import type { Actor, DocumentType, ReturnReason } from '@qingshan/domain';

import { AddDocument } from '../features/documents/add-document';
import { MineViews } from '../features/mines/mine-view';
import { DecideSubmission } from '../features/reviews/decide-submission';
import { ReviewsQueries } from '../features/reviews/reviews.queries';
import { SubmitStage } from '../features/reviews/submit-stage';
import type { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { Caller } from '../platform/http/caller';
import { drawnPhoto } from './drawn-photo';
import { printedPage } from './printed-page';

interface DemoReview {
  readonly number: string;
  readonly by: string;
  /** Who has approved it already, from below. */
  readonly approvedBy?: readonly string[];
  readonly returned?: {
    readonly by: string;
    readonly reasons: readonly ReturnReason[];
    readonly remark: string;
  };
}

/** What lies on the desks when somebody looks at the demo for the first time. */
const DEMO_REVIEWS: readonly DemoReview[] = [
  { number: 'ZT3607280036', by: 'dingnan' },
  { number: 'ZT3607280010', by: 'dingnan' },
  { number: 'ZT3607280051', by: 'dingnan' },
  { number: 'ZT3607280093', by: 'dingnan' },
  { number: 'ZT3607280105', by: 'dingnan' },
  { number: 'ZT3607040163', by: 'official' },
  { number: 'ZT3607040178', by: 'official', approvedBy: ['county'] },
  { number: 'ZT3607040015', by: 'official', approvedBy: ['county', 'city'] },
  {
    number: 'ZT3607040038',
    by: 'official',
    returned: {
      by: 'city',
      reasons: ['MISMATCH', 'EVIDENCE'],
      remark: '方案中的工程量与图斑面积对不上，请核对后补充设计图。',
    },
  },
];

const PAPER_TITLES: Partial<Record<DocumentType, string>> = {
  DET_NOTICE: '历史遗留矿山认定结果公告',
  PLAN: '生态修复实施方案',
  FUND_NOTICE: '资金下达通知',
  COMPLETION: '竣工报告',
  ACC_NOTICE: '验收结果公示',
};

/** Submissions in every state, made by the acts that the pages use: each has its frozen content and its entries. */
export const makeDemoReviews = async (app: NestFastifyApplication, clock: Clock): Promise<void> => {
  const mines = app.get(MineViews, { strict: false });
  const documents = app.get(AddDocument, { strict: false });
  const submit = app.get(SubmitStage, { strict: false });
  const decide = app.get(DecideSubmission, { strict: false });
  const reviews = app.get(ReviewsQueries, { strict: false });
  const database = app.get(Database, { strict: false });
  const people = await database.rows<Actor & { username: string }>(
    `SELECT id AS "personId", username, name, role, region_code AS "regionCode" FROM person`,
  );
  const callerOf = (username: string): Caller => {
    const actor = people.find((person) => person.username === username);
    if (!actor) throw new Error(`The demo has no account ${username}`);
    return { actor, address: '127.0.0.1', requestId: 'first-run' };
  };
  const fileOf = async ({ actor }: Caller, number: string): Promise<MineView> => {
    const [mine] = await database.rows<{ id: number }>('SELECT id FROM mine WHERE number = $1', [number]);
    return mines.of(actor, mine?.id ?? 0);
  };
  for (const { number, by, approvedBy = [], returned } of DEMO_REVIEWS) {
    const official = callerOf(by);
    const mine = await fileOf(official, number);
    for (const { document, state } of mine.gate)
      if (document && state === 'notMet')
        await documents.run(
          official,
          { params: { id: mine.id }, query: { type: document } },
          paperOf(document, mine),
        );
    const id = await submit.run(official, {
      mineId: mine.id,
      version: mine.version,
      effectiveOn: clock.today(),
      remark: null,
    });
    for (const reviewer of approvedBy.map(callerOf)) {
      const { version, contentHash } = await reviews.one(reviewer.actor, id);
      await decide.approve(reviewer, id, { version, contentHash, remark: null });
    }
    if (!returned) continue;
    const reviewer = callerOf(returned.by);
    const { version, contentHash } = await reviews.one(reviewer.actor, id);
    await decide.sendBack(reviewer, id, {
      version,
      contentHash,
      reasons: [...returned.reasons],
      fields: [{ field: 'planApprovalNo', note: '请附批复原件' }],
      remark: returned.remark,
    });
  }
};

const paperOf = (type: DocumentType, { id, number, name }: MineView) => {
  if (type === 'PHOTO_BEFORE' || type === 'PHOTO_AFTER')
    return { name: `演示照片-${number}.png`, bytes: drawnPhoto(id, type === 'PHOTO_AFTER') };
  const title = PAPER_TITLES[type] ?? type;
  return {
    name: `${title}-${number}.pdf`,
    bytes: printedPage([title, `矿山名称：${name}`, `主体编号：${number}`, '本文件为演示数据，内容为虚构。']),
  };
};
