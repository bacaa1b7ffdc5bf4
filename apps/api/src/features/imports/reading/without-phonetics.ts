const PHONETIC = /<(\/?)(?:[^\s<>:/]{1,40}:)?rPh(?=[\s/>])([^<>]*)>/g;

/**
 * How a name is pronounced, `<rPh>`, stands beside its signs and is no part of it; hucre's row stream would join the two
 * in a string that stands in its cell. Blanks take its place, so that the size of the part stays what it was.
 */
export async function* withoutPhonetics(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let rest = '';
  let inside = false;
  const blanked = (text: string): string => {
    const parts: string[] = [];
    let from = 0;
    for (const { 0: tag, 1: slash, 2: attributes = '', index } of text.matchAll(PHONETIC)) {
      const before = text.slice(from, index);
      parts.push(inside ? ' '.repeat(before.length) : before, ' '.repeat(tag.length));
      inside = slash === '' && !attributes.endsWith('/');
      from = index + tag.length;
    }
    const behind = text.slice(from);
    parts.push(inside ? ' '.repeat(behind.length) : behind);
    return parts.join('');
  };
  for await (const chunk of chunks) {
    const text = rest + chunk.toString('latin1');
    const open = text.lastIndexOf('<');
    const complete = open === -1 || text.includes('>', open) ? text.length : open;
    rest = text.slice(complete);
    yield Buffer.from(blanked(text.slice(0, complete)), 'latin1');
  }
  if (rest !== '') yield Buffer.from(blanked(rest), 'latin1');
}
