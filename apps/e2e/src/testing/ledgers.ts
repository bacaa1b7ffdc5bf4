import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = join(__dirname, '../../../api/src/features/imports/reading/samples');

const samplePath = (name: string): string => join(SAMPLES, name);

/** A real ledger, as it was published. */
export const ledgerSample = (name: string): File => new File([readFileSync(samplePath(name))], name);
