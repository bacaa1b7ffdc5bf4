export * from './codes/code-list';
export * from './codes/minerals';
export * from './codes/survey-codes';
export * from './documents/document-types';
export * from './corrections/correction';
export * from './documents/media-type';
export * from './documents/taking-out';
export * from './kernel/area';
export * from './kernel/calendar-day';
export * from './kernel/known-moment';
export * from './kernel/money';
export * from './kernel/refusal';
export * from './map/label-points';
export * from './map/boundary-file';
export * from './map/basemap-address';
export * from './map/square';
export * from './mines/bulk-fields';
export * from './mines/coordinates';
export * from './mines/gauss-kruger';
export * from './mines/mine';
export * from './people/password';
export * from './people/policy';
export * from './people/posts';
export * from './people/reminders';
export * from './people/roles';
export * from './regions/region';
export * from './regions/tile-map';
export * from './reviews/content';
export * from './reviews/delegation';
export * from './reviews/return-reasons';
export * from './reviews/review-route';
export * from './reviews/route-rules';
export * from './reviews/submission';
export * from './stages/due';
export * from './stages/escalation';
export * from './stages/gate';
export * from './stages/moves';
export * from './stages/stage-day';
export * from './stages/move-reasons';
export * from './stages/pauses';
export * from './stages/step-standing';
export * from './stages/steps';
export * from './stages/stages';
export * from './trail/actions';
export * from './trail/bytes';
export * from './kernel/canonical-json';
export * from './trail/check-log';
export * from './trail/check-proof';
export * from './trail/handover';
export * from './trail/key-chain';
export * from './trail/merkle-proofs';
export * from './trail/merkle-tree';
export * from './trail/signed-note';
export * from './ledger/column-letters';
export * from './ledger/fields';
export * from './ledger/formula-safe';
export * from './ledger/judge-patch';
export * from './ledger/judge-row';
export { codesFor } from './ledger/parse-code';
export { positionOf } from './ledger/distance';
export {
  foldedNumber,
  probableDuplicate,
  sharesName,
  type DuplicateBy,
  type Likeness,
} from './ledger/probable-duplicate';
export { looksShifted } from './ledger/shifted-datum';
export { looksLikeUnitSlip } from './ledger/unit-slip';
export { readNumber } from './ledger/parse-number';
export { unitOfWord, unitsInTitles } from './ledger/units';
export { PROBLEM_CODES, PROBLEMS, type ProblemCode, type Severity } from './ledger/problems';
export {
  isKnownBelow,
  isKnownHeader,
  proposeMapping,
  proposeUnit,
  saysUnitOf,
} from './ledger/propose-mapping';
