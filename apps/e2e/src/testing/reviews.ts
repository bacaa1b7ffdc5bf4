import { mineRoutes, reviewRoutes, type MineView, type SubmissionView } from '@qingshan/contracts';
import { caller } from './caller';
import { fileWanted } from './papers';

const REVIEWERS = { county: 'county', city: 'city', province: 'manager' } as const;

const read = (id: number): Promise<MineView> => caller('official').get(mineRoutes.read, { params: { id } });

/** Gives a mine the papers its stage asks for and submits it, as the county's official. */
export const submit = async (id: number, effectiveOn: string): Promise<SubmissionView> => {
  await fileWanted(caller('official'), id);
  const { version } = await read(id);
  return caller('official').get(reviewRoutes.submit, { body: { mineId: id, version, effectiveOn } });
};

/** Submits the stage and has every level of its route approve it. */
export const throughReview = async (id: number, effectiveOn: string): Promise<MineView> => {
  let submission = await submit(id, effectiveOn);
  for (const level of submission.levels) {
    const { version, contentHash } = submission;
    submission = await caller(REVIEWERS[level]).get(reviewRoutes.approve, {
      params: { id: submission.id },
      body: { version, contentHash },
    });
  }
  return read(id);
};
