/** What a decoder puts where bytes are no sign. */
export const LOST_SIGN = '\uFFFD';

const LOST = 0xfffd;
const HIGH = 0x80;
/** Both bytes of a sign of GB 2312, and so of nearly every sign in a ledger; accents before letters make no such pairs. */
const IN_GB2312 = 0xa1;
const SAMPLE = 65_536;
/** Of so many signs beyond ASCII one may be damaged. */
const ONE_IN = 20;

const isMostlyPairs = (bytes: Buffer): boolean => {
  let pairs = 0;
  let others = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < HIGH) continue;
    const isPair = (bytes[at] ?? 0) >= IN_GB2312 && (bytes[at + 1] ?? 0) >= IN_GB2312;
    if (isPair) {
      pairs += 1;
      at += 1;
    } else others += 1;
  }
  return pairs > 0 && others * ONE_IN <= pairs;
};

const hasFewLost = (text: string): boolean => {
  let lost = 0;
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LOST) lost += 1;
    else if (code >= HIGH) kept += 1;
  }
  return kept > 0 && lost * ONE_IN <= kept;
};

const looksRight = (bytes: Buffer, encoding: string): boolean =>
  (encoding !== 'gb18030' || isMostlyPairs(bytes)) && hasFewLost(new TextDecoder(encoding).decode(bytes));

/**
 * A ledger of ten thousand Chinese signs with one broken byte is no text of Western Europe: what is broken is shown as lost,
 * and the cells that hold it are told. Null where it is more than a few signs.
 */
export const chineseButForSigns = (bytes: Buffer, encoding: string): string | null => {
  if (encoding !== 'utf-8' && encoding !== 'gb18030') return null;
  if (bytes.length > 2 * SAMPLE && !looksRight(bytes.subarray(0, SAMPLE), encoding)) return null;
  return looksRight(bytes, encoding) ? new TextDecoder(encoding).decode(bytes) : null;
};
