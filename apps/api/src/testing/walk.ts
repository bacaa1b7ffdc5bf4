import { mineRoutes, type MineView } from '@qingshan/contracts';
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

/** Moves the mine; on its way forward it is given the papers its gate asks for. */
export const move = async (
  by: Visitor,
  mine: MineView,
  effectiveOn: string,
  name: MoveName = 'advance',
  reason: string | null = null,
): Promise<MineView> => {
  if (name === 'advance') await fileWanted(by, mine);
  return by.get(mineRoutes.move, {
    params: { id: mine.id },
    body: { version: mine.version, move: name, effectiveOn, reason },
  });
};

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
