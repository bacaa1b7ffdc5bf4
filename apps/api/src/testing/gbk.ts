/** Two-byte signs of GBK, found by decoding them all: there is no encoder in Node. */
const bytesOf = new Map<string, Buffer>();

const fill = (): void => {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const sign = decoder.decode(bytes);
      if ([...sign].length === 1) bytesOf.set(sign, bytes);
    }
};

/** GBK bytes of a text, as the offices' old spreadsheets write it. */
export const gbk = (text: string): Buffer => {
  if (bytesOf.size === 0) fill();
  return Buffer.concat([...text].map((sign) => bytesOf.get(sign) ?? Buffer.from(sign, 'latin1')));
};
