import { expect, test } from '@jest/globals';
import { withoutPhonetics } from './without-phonetics';

const XML = '<is><t>横溪石场</t><x:rPh sb="0" eb="2"><t>héng xī</t></x:rPh></is><is><rPh/><t>桃源</t></is>';
const LEFT = '<is><t>横溪石场</t></is><is><t>桃源</t></is>';

test.each([1, 2, 7, 40, 1_000])(
  'pronunciations are blanked where pieces of %d bytes cut them',
  async (size) => {
    const bytes = Buffer.from(XML);
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const out: Buffer[] = [];
    for await (const piece of withoutPhonetics(pieces())) out.push(piece);
    const all = Buffer.concat(out);
    expect(all).toHaveLength(bytes.length);
    expect(all.toString('utf8').replaceAll(' ', '')).toBe(LEFT);
  },
);
