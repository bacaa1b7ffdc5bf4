/** Two-byte signs of GBK, found by decoding them all: there is no encoder in Node. */
const signs = (): Map<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return table;
};

/** A text as the offices' old spreadsheets write it. */
export const inGbk = (text: string): Buffer => {
  const table = signs();
  return Buffer.from([...text].flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]));
};
