import type { CodeEntry } from '../codes/code-list';

/** Why a submission goes back 退回原因, from what inspections of the field found most. */
export const RETURN_REASONS = [
  { code: 'EVIDENCE', zh: '佐证材料不足或看不清', en: 'Evidence is missing or cannot be read' },
  { code: 'MISMATCH', zh: '填报内容与材料不一致', en: 'What is claimed differs from the documents' },
  { code: 'AREA', zh: '面积有误或与图斑不符', en: 'An area is wrong or differs from the patches' },
  { code: 'DATES', zh: '日期有误或先后矛盾', en: 'A date is wrong or out of order' },
  { code: 'DOCUMENT_NO', zh: '文号有误', en: 'A document number is wrong' },
  { code: 'WORKS', zh: '现场未达到要求', en: 'The site does not meet the requirements' },
  { code: 'NOT_LEGACY', zh: '不属于历史遗留矿山', en: 'It is no legacy mine' },
  { code: 'OTHER', zh: '其他（见说明）', en: 'Other, see the note' },
] as const satisfies readonly CodeEntry[];

export type ReturnReason = (typeof RETURN_REASONS)[number]['code'];
