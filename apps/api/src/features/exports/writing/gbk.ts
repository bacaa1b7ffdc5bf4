/** GBK of every sign that it has, turned around from what the platform reads: Node reads GBK and writes none. */
const build = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, (lead << 8) | trail);
    }
  return table;
};

let known: ReadonlyMap<string, number> | undefined;

/** The bytes of one sign in GBK; null where it has none. */
export const gbkOf = (sign: string): Uint8Array | null => {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return Uint8Array.of(code);
  known ??= build();
  const pair = known.get(sign);
  return pair === undefined ? null : Uint8Array.of(pair >> 8, pair & 0xff);
};
