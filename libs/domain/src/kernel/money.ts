/** Money rests in fen as an integer (`bigint`) and travels as digits; yuan, 万元 and 亿元 are display (rule 1 of the design). */
export const FEN = /^(?:0|[1-9]\d{0,15})$/;

const YUAN = /^(?:0|[1-9]\d{0,13})(?:\.\d{1,6})?$/;

/** Fen of an amount given in a unit worth `yuanPerUnit` yuan (1, 10 000 or 100 000 000); null when it is no whole number of fen. */
export const toFen = (amount: string, yuanPerUnit: 1 | 10_000 | 100_000_000 = 1): string | null => {
  if (!YUAN.test(amount)) return null;
  const [whole = '0', fraction = ''] = amount.split('.');
  const millionths = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  const numerator = millionths * BigInt(yuanPerUnit) * 100n;
  return numerator % 1_000_000n === 0n ? (numerator / 1_000_000n).toString() : null;
};
