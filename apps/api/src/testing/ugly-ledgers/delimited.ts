import { gbk } from '../gbk';

/** Ledgers as offices hand them on, each with habits that were met somewhere (practice.md §1.4 and §5). Names and figures are made up. */
const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

/** A tab between cells, GBK, a title with the unit, and a year's month in every way but the right one. */
export const tabsInGbk = () =>
  gbk(
    lines(
      '安远县废弃矿山治理情况统计表',
      '填报单位：安远县自然资源局\t\t\t\t单位：亩、万元',
      '序号\t矿山编号\t矿山名称\t乡镇\t面积\t治理资金\t完工时间\t备注',
      '1\tAY-T-01\t欣山镇下庄采石场\t欣山镇\t５１．５\t３２０\t2021年3月\t无',
      '2\tAY-T-02\t版石镇安信砖厂\t版石镇\t约3.5\t12.6万元\t2021.3.5\t/',
      '3\tAY-T-03\t车头镇官铺稀土矿\t车头镇\t1,020.00\t1 200\t44256\t——',
      '4\tAY-T-04\t天心镇五龙石场\t天心镇\t暂无\t不详\tMar-21\t已验收',
      '合  计\t\t\t\t1075.0\t1532.6\t\t',
      '填表人：王某\t\t审核人：李某\t\t联系电话：0797-0000000\t\t\t',
    ),
  );

/** Semicolons, as a spreadsheet saves where a comma is the decimal sign; counties by their names alone. */
export const semicolonsInGbk = () =>
  gbk(
    lines(
      '主体编号;图斑编号;所在县;所在乡镇;图斑面积（公顷）;治理面积（公顷）;修复状态;完成时间',
      'GZ-S-01;CT3607042021000101001;赣县;赣县区王母渡镇;3.5;3.5;完全修复;2022/12/30',
      'GZ-S-02;CT3607262021000102001;安远;安远县欣山镇;０．８;0.3;部分修复;2023年底',
      'GZ-S-03;CT3607832021000103001;龙南;龙南县渡江镇;2.25;/;未修复;无',
    ),
  );

/** The county's name in every place, a licence number that a spreadsheet took for a number, and three kinds of centre points. */
export const damagedNumbers = () =>
  gbk(
    lines(
      '序号,主体编号,矿山名称,县（市、区）,中心点坐标,图斑面积（㎡）',
      '1,3.60704E+11,王母渡石场,江西省赣州市赣县区,"东经115°1′12″，北纬25°51′40″",28399.11',
      '2,DN-02,桃源砖厂,赣州市赣县区,"25.861111,115.021111",13340㎡',
      '3,DN-03,河埠采场,赣县,"X=2861851.318，Y=38601364.369",2 001',
      '4,DN-04,小坌沙场,赣县区,"601364.37 2861851.32",20亩',
    ),
  );

/** Figures of the offices' own form, with quotes that hold line ends and commas. */
export const quotedInUtf8 = () =>
  Buffer.from(
    lines(
      '\ufeff编号,名称,位置,面积(亩),经度,纬度,状态,关闭时间,备注',
      'QU-01,"一号,石场","赣县区王母渡镇\n横溪村",12.5,115度1分12秒,25度51分40秒,已治理,2013年,"验收意见""合格"""',
      'QU-02,二号石场,赣县区梅林镇,12.5亩,115.021111°,25.861111°,治理中,2015.6,=1+1',
      'QU-03,三号石场,赣县区江口镇,N/A,25.95,115.2,待治理,民国,-',
    ),
  );

/** Words in Latin signs only, in the Windows encoding of Western Europe. */
export const westernWords = () =>
  Buffer.from(
    'Mine number;Mine name;County;Area (ha)\r\nWW-1;Caf\xe9 \x96 Nord;Anyuan County;1.5\r\n',
    'latin1',
  );
