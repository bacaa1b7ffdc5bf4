import type { GuardedArchive } from './guard-archive';
import { readFormat, type NumberFormat } from './number-format';
import { elements } from './read-parts';
import { columnNumber } from './scan-xml';

/** Formats of a workbook that show more than a figure, by the number of the style that a cell names. */
type FormatOfStyle = ReadonlyMap<number, NumberFormat>;

const textOf = async (archive: GuardedArchive, part: string): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of archive.chunks(part)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const formatOfStyle = (styles: string): FormatOfStyle => {
  const byId = new Map(
    elements(styles, 'numFmt').flatMap((attributes) => {
      const format = readFormat(attributes.get('formatCode') ?? '');
      return format ? [[attributes.get('numFmtId') ?? '', format] as const] : [];
    }),
  );
  if (byId.size === 0) return new Map();
  const cells =
    /<(?:[\w.-]{1,40}:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]{1,40}:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return new Map(
    elements(cells, 'xf').flatMap((attributes, index) => {
      const format = byId.get(attributes.get('numFmtId') ?? '');
      return format ? [[index, format] as const] : [];
    }),
  );
};

const TAG = /<(?:[^\s<>:/]{1,40}:)?(row|c)(?=[\s/>])([^<>]*)>/g;
const REFERENCE = /(?:^|\s)r\s*=\s*["'](?:([A-Z]{1,7}))?(\d{1,10})["']/i;
const STYLE = /(?:^|\s)s\s*=\s*["'](\d{1,6})["']/;
const WIDEST = 16_384;

/**
 * hucre's row stream gives a number without its format, and a unit may stand nowhere else: `0.00"公顷"`. So the bytes of the
 * sheet are looked at on their way to it, in workbooks alone that have such a format.
 */
export class ShownCells {
  private readonly formats = new Map<number, NumberFormat>();
  private rest = '';
  private row = 0;
  private column = 0;

  constructor(private readonly ofStyle: FormatOfStyle) {}

  async *watched(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.push(chunk);
      yield chunk;
    }
  }

  /** The format of a cell, row 1-based and column 0-based, once: rows come in their order and are not asked for again. */
  take(row: number, column: number): NumberFormat | undefined {
    const key = row * WIDEST + column;
    const format = this.formats.get(key);
    if (format) this.formats.delete(key);
    return format;
  }

  private push(chunk: Buffer): void {
    const text = this.rest + chunk.toString('latin1');
    const open = text.lastIndexOf('<');
    const complete = open === -1 || text.includes('>', open) ? text.length : open;
    this.rest = text.slice(complete);
    for (const [, name, attributes = ''] of text.slice(0, complete).matchAll(TAG)) {
      const [, letters, number] = REFERENCE.exec(attributes) ?? [];
      if (name === 'row') {
        this.row = number ? Number(number) : this.row + 1;
        this.column = -1;
        continue;
      }
      this.column = letters ? columnNumber(letters) - 1 : this.column + 1;
      const format = this.ofStyle.get(Number(STYLE.exec(attributes)?.[1] ?? 0));
      if (format) this.formats.set((number ? Number(number) : this.row) * WIDEST + this.column, format);
    }
  }
}

/** Null where no style of the workbook shows more than figures. */
export const shownCells = async (
  archive: GuardedArchive,
  styles: string | null,
): Promise<ShownCells | null> => {
  if (styles === null) return null;
  const ofStyle = formatOfStyle(await textOf(archive, styles));
  return ofStyle.size > 0 ? new ShownCells(ofStyle) : null;
};
