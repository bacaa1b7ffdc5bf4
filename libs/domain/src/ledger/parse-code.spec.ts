import { expect, test } from '@jest/globals';
import { CODE_FIELDS, parseCode, parseStage } from './parse-code';
import { CODE_WORDS, type CodeField } from './code-words';

test.each<[CodeField, string, string]>([
  ['mineralCode', '84412', '84412'],
  ['mineralCode', '84412.0', '84412'],
  ['mineralCode', '砖瓦用粘土', '84412'],
  ['mineralCode', '砖瓦用黏土', '84412'],
  ['mineralCode', '铁', '22001'],
  ['mineralCode', 'Iron', '22001'],
  ['mineralCode', '萤石', '63701'],
  ['mineralCode', '84412砖瓦用粘土', '84412'],
  ['miningMethod', 'A', 'A'],
  ['miningMethod', 'ａ', 'A'],
  ['miningMethod', '露天开采', 'A'],
  ['miningMethod', '地下开采', 'B'],
  ['miningMethod', '井工开采', 'B'],
  ['miningMethod', '井工开采(地下开采)', 'B'],
  ['miningMethod', 'A 露天开采', 'A'],
  ['miningMethod', '露天+地下', 'C'],
  ['approach', '自然恢复', 'A'],
  ['approach', '3', 'C'],
  ['approach', '生态重建', 'C'],
  ['approach', 'Natural recovery', 'A'],
  ['fundingSource', 'PROV', 'PROV'],
  ['fundingSource', '社会资本', 'SOCIAL'],
  ['patchSubclass', '无主废弃矿山', '11'],
  ['patchSubclass', '11', '11'],
  ['patchAttribute', '1', '1'],
  ['patchAttribute', '8', '18'],
  ['patchAttribute', '采场', '1'],
])('%s %s is %s', (field, cell, code) => expect(parseCode(field, cell)).toEqual({ value: code }));

test('every code and every name of every list is understood', () => {
  for (const field of CODE_FIELDS)
    for (const { code, zh, en } of CODE_WORDS[field].entries)
      for (const word of [code, zh, en, ` ${zh} `])
        expect([word, parseCode(field, word)]).toEqual([word, { value: code }]);
});

test.each<[CodeField, string, object]>([
  ['patchSubclass', '政策性关闭矿山', { value: '12', warning: { code: 'code-assumed' } }],
  ['mineralCode', '84412,83907', { value: '84412', warning: { code: 'several-values' } }],
  ['mineralCode', '钨、锡', { value: '32014', warning: { code: 'several-values' } }],
  ['mineralCode', '55555', { value: '55555', warning: { code: 'code-not-listed' } }],
  ['mineralCode', '不存在的矿', { problem: { code: 'code-unknown' } }],
  ['miningMethod', 'S', { problem: { code: 'code-unknown' } }],
  ['miningMethod', '1.5', { problem: { code: 'code-unknown' } }],
  ['patchAttribute', '1.5', { problem: { code: 'code-unknown' } }],
  ['approach', '__proto__', { problem: { code: 'code-unknown' } }],
])('%s %s is told', (field, cell, result) => expect(parseCode(field, cell)).toMatchObject(result));

test.each([
  ['普查', 'survey'],
  ['survey', 'survey'],
  ['方案规划', 'planning'],
  ['筹资阶段', 'financing'],
  ['部分修复', 'completion'],
  ['Completion', 'completion'],
  ['完全修复', 'restored'],
  ['已剔除', 'removed'],
  ['在治理', 'completion'],
  ['治理中(2023)', 'completion'],
  ['已开工', 'completion'],
  ['完成（待验收）', 'completion'],
  ['2023年完成', 'restored'],
  ['已修复（2021年6月）', 'restored'],
  ['已验收销号', 'restored'],
  ['未启动', 'survey'],
  ['已立项', 'planning'],
])('the stage %s is %s', (cell, stage) => expect(parseStage(cell)).toEqual({ value: stage }));

test.each(['operating', '是', '未完成', '自然恢复', '2023'])('the status %s is no stage', (cell) =>
  expect(parseStage(cell)).toMatchObject({ problem: { code: 'stage-unknown' } }),
);
