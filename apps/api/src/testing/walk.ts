import { mineRoutes, reviewRoutes, type MineView, type SubmissionView } from '@qingshan/contracts';
import type { MoveName, Stage } from '@qingshan/domain';
import type { z } from 'zod';
import { enterMine } from './enter-mine';
import { fileWanted } from './file-document';
import type { Visitor } from './test-app';

type Changes = z.input<typeof mineRoutes.edit.body>['changes'];

/** Writes facts of the mine from a day on. */
export const edit = (by: Visitor, mine: MineView, effectiveOn: string, changes: Changes): Promise<MineView> =>
  by.get(mineRoutes.edit, {
    params: { id: mine.id },
    body: { version: mine.version, effectiveOn, changes },
  });

const REVIEWERS = { county: 'county', city: 'city', province: 'manager' } as const;

/** Submits the mine's stage with the papers it asks for. */
export const submit = async (by: Visitor, mine: MineView, effectiveOn: string): Promise<SubmissionView> => {
  const { version } = await fileWanted(by, mine);
  return by.get(reviewRoutes.submit, { body: { mineId: mine.id, version, effectiveOn } });
};

export const approve = (by: Visitor, { id, version, contentHash }: SubmissionView): Promise<SubmissionView> =>
  by.get(reviewRoutes.approve, { params: { id }, body: { version, contentHash } });

/** The regular way on: submitted, and approved at every level of its route. */
const advance = async (by: Visitor, mine: MineView, effectiveOn: string): Promise<MineView> => {
  let submission = await submit(by, mine, effectiveOn);
  for (const level of submission.levels)
    submission = await approve(await by.colleague(REVIEWERS[level]), submission);
  return by.get(mineRoutes.read, { params: { id: mine.id } });
};

/** Moves the mine on, or another way with a reason. */
export const move = (
  by: Visitor,
  mine: MineView,
  effectiveOn: string,
  name: MoveName = 'advance',
  reason: string | null = null,
): Promise<MineView> =>
  name === 'advance'
    ? advance(by, mine, effectiveOn)
    : by.get(mineRoutes.move, {
        params: { id: mine.id },
        body: { version: mine.version, move: name, effectiveOn, reasonCode: 'OTHER', reason },
      });

export const restorePatch = async (by: Visitor, mine: MineView, effectiveOn: string): Promise<MineView> => {
  const [patch] = mine.patches;
  if (!patch) throw new Error(`Mine ${mine.number} has no patch`);
  return by.get(mineRoutes.editPatch, {
    params: { id: mine.id, patchId: patch.id },
    body: {
      version: mine.version,
      effectiveOn,
      changes: { restoredSquareMetres: patch.areaSquareMetres },
    },
  });
};

/** What each stage asks for, and the step out of it. Months apart, so that days between tell the stages apart. */
const STEPS: readonly (readonly [Stage, (by: Visitor, mine: MineView) => Promise<MineView>])[] = [
  ['survey', (by, mine) => move(by, mine, '2026-04-01')],
  [
    'planning',
    async (by, mine) => {
      const approved = await edit(by, mine, '2026-04-20', {
        approach: 'C',
        planApprovalNo: '赣县自然资修〔2026〕4号',
        planApprovedOn: '2026-04-18',
      });
      return move(by, approved, '2026-05-01');
    },
  ],
  [
    'financing',
    async (by, mine) => {
      const funded = await edit(by, mine, '2026-05-20', {
        fundingSource: 'PROV',
        fundsAllocatedFen: '12345678901',
        fundsAllocatedOn: '2026-05-18',
      });
      return move(by, funded, '2026-06-01');
    },
  ],
  [
    'completion',
    async (by, mine) => {
      const accepted = await edit(by, mine, '2026-09-20', {
        startedOn: '2026-06-05',
        finishedOn: '2026-09-01',
        acceptanceNo: '赣县矿验〔2026〕9号',
        acceptedOn: '2026-09-18',
      });
      return move(by, await restorePatch(by, accepted, '2026-09-25'), '2026-10-01');
    },
  ],
];

/** A new mine, walked through its gates by the county's official until it stands in the stage. */
export const mineIn = async (
  stage: Exclude<Stage, 'removed'>,
  official: Visitor,
  wanted: Parameters<typeof enterMine>[1] = {},
): Promise<MineView> => {
  let mine = await enterMine(official, wanted);
  for (const [from, step] of STEPS) {
    if (mine.stage === stage) return mine;
    if (mine.stage === from) mine = await step(official, mine);
  }
  return mine;
};
