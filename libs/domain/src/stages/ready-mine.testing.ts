import { DOCUMENT_TYPES } from '../documents/document-types';
import type { MineState, PatchFacts } from '../mines/mine';
import type { FiledDocument } from './gate';
import { STAGES } from './stages';
import { datedSteps, STEP_NAMES, type KeptStep, type StepName } from './steps';

/** A mine whose every gate is met; a test takes away what it is about. Fixtures cannot be used here: they know the domain. */
export const aReadyMine = (overrides: Partial<MineState> = {}): MineState => ({
  number: 'ZT3607040001',
  name: '坪石采石场',
  regionCode: '360704',
  town: null,
  location: null,
  longitude: '115.012345',
  latitude: '25.861234',
  mineralCode: '84711',
  miningMethod: 'A',
  closureYear: 2012,
  approach: 'C',
  planApprovalNo: '赣县自然资修〔2026〕4号',
  planApprovedOn: '2026-01-10',
  fundingSource: 'PROV',
  fundsAllocatedFen: '100',
  fundsAllocatedOn: '2026-02-10',
  startedOn: '2026-03-01',
  finishedOn: '2026-04-01',
  acceptanceNo: '赣县矿验〔2026〕9号',
  acceptedOn: '2026-04-20',
  remark: null,
  stage: 'survey',
  damagedSquareMetres: '1000.00',
  restoredSquareMetres: '1000.00',
  ...overrides,
});

export const aReadyPatch = (overrides: Partial<PatchFacts> = {}): PatchFacts => ({
  number: 'CT1',
  subclass: '11',
  attribute: '1',
  areaSquareMetres: '1000.00',
  restoredSquareMetres: '1000.00',
  ...overrides,
});

/** One of everything, in every stage. */
export const everyDocument: readonly FiledDocument[] = STAGES.flatMap((stage) =>
  DOCUMENT_TYPES.map(({ code }) => ({ type: code, stage })),
);

/** Steps of the mine with the days that are told, and no plan. */
export const stepsOf = (
  mine: MineState,
  actual: Partial<Record<StepName, string>> = { noticePublished: '2025-10-01', noticeEnded: '2025-10-31' },
): KeptStep[] =>
  datedSteps(
    mine,
    STEP_NAMES.map((step) => ({
      step,
      plannedOn: null,
      plannedSince: null,
      forecastOn: null,
      actualOn: actual[step] ?? null,
    })),
  );
