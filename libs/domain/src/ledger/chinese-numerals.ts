const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  o: '0',
  '0': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const YEAR = /[一二][〇○零Oo0一二三四五六七八九]{3}(?=年)/g;
const PART = /([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/g;

const ofPart = (words: string): string => {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words];
  return `${DIGITS[tens || '一'] ?? '0'}${DIGITS[ones || '零'] ?? '0'}`;
};

/** 二〇〇五年十二月三日 as 2005年12月03日: the figures of a day written in words, and nothing else. */
export const withArabicDay = (text: string): string =>
  text
    .replace(YEAR, (words) => [...words].map((word) => DIGITS[word]).join(''))
    .replace(PART, (words) => ofPart(words));
