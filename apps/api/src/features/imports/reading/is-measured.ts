import { readNumber, unitOfWord } from '@qingshan/domain';

const LONGEST_FIGURE = 40;

/** A figure with its unit in words: 12.5亩, 约100万元. */
export const isMeasured = (text: string): boolean => {
  const trailing = text.length > LONGEST_FIGURE ? undefined : readNumber(text)?.trailing;
  return trailing !== undefined && trailing !== '' && unitOfWord(trailing) !== null;
};
