import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HANDOVERS } from '@qingshan/domain';
import { z } from 'zod';
import { writeWhole } from './write-whole';

const wantedHandover = z.strictObject({
  kind: z.enum(HANDOVERS),
  /** The key that goes. */
  from: z.string(),
  /** Checkpoints of it that were kept, where the signer's own memory is gone too. */
  kept: z.array(z.string()),
});

export type WantedHandover = z.output<typeof wantedHandover>;

const fileIn = (folder: string) => join(folder, 'handover.wanted');

export const isWanted = (folder: string): boolean => existsSync(fileIn(folder));

export const readWanted = (folder: string): WantedHandover | null =>
  isWanted(folder) ? wantedHandover.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))) : null;

/** Leaves word for the signer: it alone uses its key, so that nothing is signed while the key changes. */
export const wantHandover = (folder: string, wanted: WantedHandover): void =>
  writeWhole(fileIn(folder), JSON.stringify(wanted), 0o600);

export const dropWanted = (folder: string): void => rmSync(fileIn(folder), { force: true });
