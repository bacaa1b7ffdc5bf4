import type { LedgerField, LedgerUnit } from './fields';

interface FormColumn {
  /** Null: a column of this form that looks like one of ours and is not. */
  readonly field: LedgerField | null;
  readonly unit?: LedgerUnit;
}

/** A form known as a whole: some of its headers mean something only there (`id`, `kz`, `Start date`). */
export interface KnownForm {
  readonly name: string;
  /** So many of its headers must be present before it counts. */
  readonly atLeast: number;
  /** Headers without which it is another form, however many it shares with this one. */
  readonly needs?: readonly string[];
  readonly columns: Readonly<Record<string, FormColumn>>;
}

const field = (name: LedgerField, unit?: LedgerUnit): FormColumn =>
  unit ? { field: name, unit } : { field: name };
const notOurs: FormColumn = { field: null };

export const KNOWN_FORMS: readonly KnownForm[] = [
  {
    // Field codes of the 2021 survey form. `tbhdmj`, the verified area, stays raw: the patch area is `tbmj`.
    name: 'survey-2021',
    atLeast: 4,
    columns: {
      id: field('patchNumber'),
      xzs: field('city'),
      xzx: field('region'),
      ztbh: field('number'),
      wz: field('location'),
      kfx: field('longitude'),
      kfy: field('latitude'),
      tbmj: field('area', 'm2'),
      tbhdmj: notOurs,
      sdzlmj: field('restoredArea', 'm2'),
      tbdl: notOurs,
      tbxl: field('patchSubclass'),
      tbsx: field('patchAttribute'),
      kz: field('mineralCode'),
      kcfs: field('miningMethod'),
      gbnd: field('closureYear'),
      nxffs: field('approach'),
      bz: field('remark'),
      yssj: field('acceptedOn'),
      fksj: field('finishedOn'),
    },
  },
  {
    // Our own export. Its division code says more than the county's name, and m² more than the rounded mu.
    name: 'own-export-zh',
    atLeast: 12,
    needs: ['区划代码', '损毁面积(平方米)', '修复面积(平方米)'],
    columns: {
      主体编号: field('number'),
      矿山名称: field('name'),
      地市: notOurs,
      区县: notOurs,
      区划代码: field('region'),
      乡镇: field('town'),
      矿山位置: field('location'),
      中心经度: field('longitude'),
      中心纬度: field('latitude'),
      矿种: field('mineralCode'),
      开采方式: field('miningMethod'),
      关闭年度: field('closureYear'),
      阶段: field('stage'),
      进入阶段日期: notOurs,
      '损毁面积(平方米)': field('area', 'm2'),
      '损毁面积(亩)': notOurs,
      '修复面积(平方米)': field('restoredArea', 'm2'),
      '修复面积(亩)': notOurs,
      修复方式: field('approach'),
      '下达资金(元)': field('fundsAllocatedFen', 'yuan'),
    },
  },
  {
    name: 'own-export-en',
    atLeast: 12,
    needs: ['divisioncode', 'damagedarea(m2)', 'restoredarea(m2)'],
    columns: {
      minenumber: field('number'),
      minename: field('name'),
      city: notOurs,
      county: notOurs,
      divisioncode: field('region'),
      township: field('town'),
      location: field('location'),
      longitude: field('longitude'),
      latitude: field('latitude'),
      mineral: field('mineralCode'),
      miningmethod: field('miningMethod'),
      closureyear: field('closureYear'),
      stage: field('stage'),
      instagesince: notOurs,
      'damagedarea(m2)': field('area', 'm2'),
      'damagedarea(mu)': notOurs,
      'restoredarea(m2)': field('restoredArea', 'm2'),
      'restoredarea(mu)': notOurs,
      restorationapproach: field('approach'),
      'fundsallocated(yuan)': field('fundsAllocatedFen', 'yuan'),
      worksfinishedon: field('finishedOn'),
    },
  },
  {
    // Jiangxi's 27 columns: `Area` is the patch, `Area2` what of it is restored, both m². `Lon`/`Lat` repeat the centre.
    name: 'jiangxi-mine-csv',
    atLeast: 8,
    columns: {
      lon: notOurs,
      lat: notOurs,
      no: notOurs,
      省市: notOurs,
      地市: field('city'),
      区县: field('region'),
      矿山位置: field('location'),
      主体编号: field('number'),
      图斑编号: field('patchNumber'),
      修复图斑编号: notOurs,
      中心经度: field('longitude'),
      中心纬度: field('latitude'),
      area: field('area', 'm2'),
      area2: field('restoredArea', 'm2'),
      图斑小类: field('patchSubclass'),
      修复状态: field('stage'),
      修复模式: field('approach'),
      完成时间: field('finishedOn'),
      未治理面积: field('untreatedArea', 'm2'),
      填报日期: notOurs,
    },
  },
  {
    // Global Energy Monitor, iron ore: start and stop are of mining, status is of operating; region is a part of the world,
    // and a municipality of China is a city: read as a county, 忻州 of Shanxi would be 信州区 by its pinyin.
    name: 'gem-tracker',
    atLeast: 3,
    columns: {
      gemassetid: field('number'),
      'assetname(english)': field('name'),
      coordinates: field('coordinates'),
      municipality: field('city'),
      subnationalunit: notOurs,
      'country/area': notOurs,
      region: notOurs,
      operatingstatus: notOurs,
      startdate: notOurs,
      stopdate: field('closureYear'),
      'assetname(otherlanguage)': notOurs,
      gemwikipageurl: notOurs,
    },
  },
  {
    // eAMLIS. Its mining type uses B for "both", our list B for underground: left raw rather than read wrongly.
    name: 'eamlis',
    atLeast: 4,
    columns: {
      amliskey: field('number'),
      problemareaname: field('name'),
      county: field('region'),
      latitude: field('latitude'),
      longitude: field('longitude'),
      miningtype: notOurs,
      oretypes: field('mineralCode'),
      planningunitname: notOurs,
      'fundingsource/program': notOurs,
      unfundedgpraacres: field('untreatedArea', 'acre'),
      completedgpraacres: field('restoredArea', 'acre'),
      fundedgpraacres: notOurs,
      problemareanumber: notOurs,
    },
  },
];
