import type { ExportFile } from '@qingshan/contracts';
import type { Language, Stage } from '@qingshan/domain';
import type { NoteLine } from '../notes';

/** A row as it was gathered: the columns in their order, then the code of the stage. */
export type Cells = readonly (string | null)[];

/** What is known of a file before its first row is written. */
export interface Plan {
  readonly language: Language;
  readonly file: ExportFile;
  readonly rows: number;
  readonly withoutPlace: number;
  /** Degrees that hold every place; null when none has one. */
  readonly box: { west: number; south: number; east: number; north: number } | null;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  /** The longest text of each column, in bytes of UTF-8. */
  readonly widths: readonly number[];
  readonly notes: readonly NoteLine[];
  readonly title: string;
  readonly day: string;
}

/** What is counted while rows are written. */
export interface Tally {
  /** Rows without a place so far. */
  withoutPlace: number;
  /** Cells longer than a field of the format: what stands behind is lost, and the notes say so. */
  cut: number;
  /** Cells with signs that the encoding lacks; told in the notes too. */
  unwritable: number;
}

/** Bytes that go behind what is already written of a part. */
export interface Chunk {
  readonly part: string;
  readonly bytes: Buffer;
}

/**
 * A format, written in pieces: nothing is remembered between two calls but what the caller hands back, so that a killed
 * process goes on behind the last piece.
 */
export interface FileWriter {
  /** Parts in their order in the file; members of the archive where there is one. */
  parts(plan: Plan): readonly string[];
  /** Before the first row. */
  begin(plan: Plan): Chunk[];
  /** The next rows; `first` is the position of the first of them, from 0. */
  rows(plan: Plan, rows: readonly Cells[], first: number, tally: Tally): Chunk[];
  /** Behind the last row. */
  end(plan: Plan, tally: Tally): Chunk[];
}

export const chunk = (part: string, text: string): Chunk => ({ part, bytes: Buffer.from(text) });
