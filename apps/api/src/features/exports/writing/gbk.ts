/** GBK of every sign of the basic plane, turned around from what the platform reads: Node reads GBK and writes none. */
const build = (): Uint16Array => {
  const decoder = new TextDecoder('gbk');
  const table = new Uint16Array(0x1_0000);
  for (let code = 0; code < 0x80; code += 1) table[code] = code;
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      const code = sign.charCodeAt(0);
      if (sign.length === 1 && sign !== '\ufffd' && table[code] === 0) table[code] = (lead << 8) | trail;
    }
  return table;
};

let table: Uint16Array | undefined;

/** One byte, or two as one number; null where GBK has no such sign. */
export const gbkOf = (sign: string): number | null => {
  table ??= build();
  return sign.length === 1 ? table[sign.charCodeAt(0)] || null : null;
};
