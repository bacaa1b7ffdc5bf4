import type { CodeEntry } from '../codes/code-list';

/** What a document or photo shows: what a gate asks for by name (practice.md §1.3). */
export const DOCUMENT_TYPES = [
  { code: 'DET_NOTICE', zh: '认定结果公告', en: 'Determination announcement' },
  { code: 'PLAN', zh: '修复方案/实施方案', en: 'Restoration / implementation plan' },
  { code: 'EXPERT_OPINION', zh: '专家评审意见', en: 'Expert review opinion' },
  { code: 'PROPOSAL_REPLY', zh: '项目建议书批复', en: 'Reply to project proposal' },
  { code: 'FEAS_REPLY', zh: '可行性研究报告批复', en: 'Reply to feasibility study' },
  { code: 'DESIGN', zh: '勘查设计/初步设计', en: 'Design' },
  { code: 'DESIGN_REPLY', zh: '初步设计及概算批复', en: 'Reply to preliminary design and estimate' },
  { code: 'LAND_FOREST', zh: '用地/用林手续', en: 'Land / forest permits' },
  { code: 'FUND_NOTICE', zh: '资金下达文件', en: 'Funds-allocation notice' },
  { code: 'BID_DOC', zh: '招标文件', en: 'Tender document' },
  { code: 'AWARD', zh: '中标通知书', en: 'Notice of award' },
  { code: 'CONTRACT_WORKS', zh: '施工合同', en: 'Construction contract' },
  { code: 'CONTRACT_SUPERVISION', zh: '监理合同', en: 'Supervision contract' },
  { code: 'START_ORDER', zh: '开工令', en: 'Order to start' },
  { code: 'SUPERVISION', zh: '监理资料', en: 'Supervision records' },
  { code: 'CHANGE', zh: '设计变更文件', en: 'Design-change file' },
  { code: 'MATERIAL_PLAN', zh: '土石料处置方案及收益凭证', en: 'Surplus-rock disposal plan and receipts' },
  { code: 'PAY', zh: '支付凭证', en: 'Payment voucher' },
  { code: 'COMPLETION', zh: '竣工报告/竣工图', en: 'Completion report / as-built drawing' },
  { code: 'AREA_SURVEY', zh: '竣工测绘报告', en: 'As-built area survey report' },
  { code: 'SELF_ACC', zh: '县级自验意见', en: 'County self-acceptance opinion' },
  { code: 'CITY_ACC', zh: '市级验收意见', en: 'City acceptance opinion' },
  { code: 'PROV_ACC', zh: '省级(整体)验收意见', en: 'Provincial acceptance opinion' },
  { code: 'ACC_NOTICE', zh: '验收结果公示', en: 'Public notice of acceptance result' },
  { code: 'SETTLE', zh: '竣工结算/财务决算', en: 'Settlement / final accounts' },
  { code: 'AUDIT', zh: '审计报告', en: 'Audit report' },
  { code: 'AFTERCARE', zh: '管护协议/移交书', en: 'After-care agreement / hand-over' },
  { code: 'MONITOR', zh: '监测/成效评估报告', en: 'Monitoring / evaluation report' },
  { code: 'PHOTO_BEFORE', zh: '修复前照片', en: 'Photo before' },
  { code: 'PHOTO_DURING', zh: '施工照片', en: 'Photo during works' },
  { code: 'PHOTO_AFTER', zh: '修复后照片', en: 'Photo after' },
  { code: 'OTHER', zh: '其他', en: 'Other' },
] as const satisfies readonly CodeEntry[];

export type DocumentType = (typeof DOCUMENT_TYPES)[number]['code'];
