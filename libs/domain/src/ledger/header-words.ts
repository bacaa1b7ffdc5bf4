import type { LedgerField } from './fields';

/**
 * Headers by field: first those that mean the field wherever they stand, then those that mean it when nothing better does.
 * Words are set apart by bars.
 * Sources: practice.md §1.4 (Jiangxi Mine.csv, county tables), glossary.csv, and the headers of our own exports.
 */
export const HEADER_WORDS: Readonly<
  Record<LedgerField, { readonly sure: string; readonly likely?: string }>
> = {
  number: {
    sure: '主体编号 | 矿山编号 | 矿山主体编号 | 废弃矿山编号 | mine number | subject number | mine no | mine id',
    likely: '编号 | 矿山代码 | 台账编号 | number | site id | asset id | site number | subject (mine) number',
  },
  name: {
    sure: '矿山名称 | 矿名 | 废弃矿山名称 | 主体名称 | 矿山(点)名称 | mine name | name of mine',
    likely: '名称 | 矿点名称 | 图斑名称 | 项目名称 | name | site name | asset name | mine',
  },
  region: {
    sure: '区县 | 县区 | 县(市、区) | 县(市区) | 县市区 | 县级 | 所在区县 | 所在县 | 所在县区 | 所在县(市、区) | 行政区划代码 | 区划代码 | 行政区划 | 所属区县 | 县 | 区(县) | 区县名称 | regionCode | county | region code | county code | county / district | county or district | division code | 县(区) | 所属县(区) | 所在县(区) | 所属县(市、区) | 所属县 | 县(市、区)名称 | 县名',
    likely: '所在地区 | 地区 | 区域 | 行政区 | region | district | municipality | 行政区代码 | division',
  },
  city: {
    sure: '地市 | 设区市 | 市 | 所在地市 | 所在市 | 地级市 | 市级 | 市州 | city | prefecture',
    likely: '省市 | prefecture-level city',
  },
  town: {
    sure: '乡镇 | 乡镇(街道) | 所在乡镇 | 乡(镇) | 镇 | 乡镇街道 | 乡(镇、街道) | 所在乡(镇) | 所在乡(镇、街道) | 所属乡镇 | 乡镇名称 | town | township',
    likely: '乡 | 街道 | township / town / sub-district | planning unit name',
  },
  location: {
    sure: '矿山位置 | 位置 | 图斑位置 | 地理位置 | 所在位置 | 矿山地址 | location | mine location | address',
    likely: '地址 | 地点 | 坐落 | 详细位置 | 详细地址 | 矿区位置 | 村 | 行政村',
  },
  longitude: {
    sure: '中心经度 | 中心点经度 | 经度 | longitude | centre longitude | center longitude',
    likely: 'lon | lng | long | x | x坐标 | 东经 | 中心点x坐标',
  },
  latitude: {
    sure: '中心纬度 | 中心点纬度 | 纬度 | latitude | centre latitude | center latitude',
    likely: 'lat | y | y坐标 | 北纬 | 中心点y坐标',
  },
  coordinates: {
    sure: '中心点坐标 | 中心坐标 | 坐标 | 经纬度 | 地理坐标 | 矿山坐标 | coordinates | coordinate',
    likely: '图斑坐标 | 位置坐标 | lat/lon | lat, lon | lat lon | latlong | gps',
  },
  mineralCode: {
    sure: '矿种 | 开采矿种 | 主要矿种 | 矿种代码 | 主矿种 | mineral | mineral code | mineral type | commodity',
    likely: '矿产 | 矿产名称 | 矿石类型 | ore types | ore type | mineral (type)',
  },
  miningMethod: { sure: '开采方式 | 采矿方式 | 开采方法 | mining method | method of mining' },
  closureYear: {
    sure: '关闭年度 | 关闭年份 | 闭坑年度 | 停采年份 | closure year | year closed | year of closure',
    likely: '关闭时间 | 停采时间 | 停采年度 | 停产时间 | 闭矿时间 | 废弃年份 | 闭坑时间 | closed | stop year',
  },
  approach: {
    sure: '修复方式 | 修复模式 | 修复方式(修复模式) | 治理方式 | 恢复治理方式 | approach | restoration approach',
    likely: '拟修复方式 | 修复措施 | 治理模式 | 拟采取修复方式 | restoration method',
  },
  planApprovalNo: {
    sure: '批复文号 | 方案批复文号 | 立项批复文号 | plan approval no | approval document number | plan approval number',
    likely: '文号 | 批准文号 | 方案文号 | approval no | approval number',
  },
  planApprovedOn: {
    sure: '批复日期 | 方案批复日期 | 批复时间 | 方案批复时间 | plan approved on | plan approval date',
    likely: '批准日期 | 批准时间 | 立项时间 | approval date',
  },
  fundingSource: {
    sure: '资金来源 | 资金渠道 | funding source | source of funds',
    likely: '经费来源 | funding',
  },
  fundsAllocatedFen: {
    sure: '下达资金 | 资金下达金额 | 下达金额 | 已下达资金 | funds allocated | allocated funds | fundsAllocatedFen',
    likely: '资金 | 投资 | 总投资 | 投资总额 | 治理资金 | 资金总额 | 金额 | 项目资金 | allocation | amount',
  },
  fundsAllocatedOn: {
    sure: '资金下达日期 | 下达日期 | 资金下达时间 | 下达时间 | 下达资金日期 | funds allocated on | allocation date',
    likely: '资金到位时间 | 拨付时间',
  },
  startedOn: {
    sure: '开工日期 | 开工时间 | 施工开始日期 | works start | works started on | started on | startedOn',
    likely: '开始时间 | 开始日期 | 实施时间 | start date',
  },
  finishedOn: {
    sure: '完工日期 | 完工时间 | 竣工日期 | 竣工时间 | 完成时间 | 完成日期 | 修复完成时间 | works completion | finished on | works completion date | works completed on | works finished on',
    likely: '治理完成时间 | 复垦时间 | 治理时间 | completion date | finish date | finished',
  },
  acceptanceNo: {
    sure: '验收文号 | 验收批复文号 | acceptance no | acceptance number | acceptance document number',
    likely: '验收文件号 | 验收编号 | 验收意见文号',
  },
  acceptedOn: {
    sure: '验收日期 | 验收时间 | 竣工验收时间 | 竣工验收日期 | 通过验收时间 | accepted on | acceptance date',
    likely: '验收通过时间 | 终验时间 | accepted',
  },
  remark: {
    sure: '备注 | 说明 | 备注说明 | remark | remarks | note | notes',
    likely: 'comment | comments | 其他说明',
  },
  stage: {
    sure: '阶段 | 当前阶段 | 所处阶段 | stage | current stage',
    likely:
      'status | 状态 | 目前状态 | 修复状况 | 治理情况 | 修复状态 | 治理状态 | 修复情况 | 现状 | 进展 | 恢复治理情况 | 工作进展 | 治理进展',
  },
  patchNumber: {
    sure: '图斑编号 | 图斑号 | 图斑编码 | patch number | patch no | patch id',
    likely: '下发图斑编号 | 原图斑编号 | 图斑代码',
  },
  patchSubclass: {
    sure: '图斑小类 | 小类 | 图斑小类代码 | patch subclass | patch sub-class',
    likely: '图斑类型 | 矿山类型 | 矿山性质',
  },
  patchAttribute: {
    sure: '图斑属性 | 图斑属性代码 | patch attribute | patch attribute (facility type)',
    likely: '损毁单元类型',
  },
  area: {
    sure: '图斑面积 | 损毁面积 | 矿山面积 | 损毁土地面积 | patch area | damaged area | area | 破坏面积 | damagedSquareMetres | areaSquareMetres',
    likely:
      '面积 | 图斑核定面积 | 核定面积 | 占地面积 | 总面积 | 矿区面积 | 废弃矿山面积 | site area | total area | disturbed area',
  },
  restoredArea: {
    sure: '修复面积 | 治理面积 | 已修复面积 | 已治理面积 | 修复面积(治理面积) | 实地治理面积 | 恢复治理面积 | restored area | area2 | restoredSquareMetres',
    likely: '完成面积 | 复垦面积 | 复绿面积 | 完成治理面积 | 自然恢复面积 | reclaimed area | treated area',
  },
  untreatedArea: {
    sure: '未治理面积 | 未修复面积 | 未治理(修复)面积 | 剩余面积 | 待治理面积 | untreated area | remaining area',
    likely: '未完成面积 | 待修复面积 | 剩余未治理面积 | unrestored area',
  },
  rowVersion: { sure: '_rowVersion | 行版本 | 记录版本 | row version | record version' },
};
