import { Worker } from 'node:worker_threads';
import type { Refusal } from '@qingshan/domain';
import { Refused } from '../../../platform/http/refused';
import { turnAway, type LedgerFile } from './ledger-table';
import type { PackedLedger } from './pack-ledger';
import type { AnnotatedFile, Annotation } from '../annotating/annotation';
import type { ReadOptions } from './read-table';

export interface WorkerJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  /** What is to be written beside its rows, where the file is wanted back. */
  readonly annotation?: Annotation;
}

export type WorkerAnswer =
  | { readonly table: PackedLedger }
  | { readonly annotated: { readonly bytes: Uint8Array; readonly mediaType: string } }
  | { readonly refusal: Refusal; readonly cause?: string };

export interface LedgerReaderOptions extends ReadOptions {
  /** The built worker, `dist/ledger-worker.js` beside the bundle. */
  readonly worker: URL;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
}

const TIMEOUT_MS = 60_000;
const MEMORY_MB = 1_024;

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Does a job in a thread of its own with its own heap and a time limit: a file that slips past every guard ends the
 * thread and not the server.
 */
const inThread = (
  file: LedgerFile,
  options: LedgerReaderOptions,
  annotation?: Annotation,
): Promise<Exclude<WorkerAnswer, { refusal: Refusal }>> => {
  const { worker: url, timeoutMs = TIMEOUT_MS, memoryMb = MEMORY_MB, ...reading } = options;
  const job: WorkerJob = { name: file.name, bytes: file.bytes, options: reading, annotation };
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(
      () => end(() => reject(turnAway('too-slow', { limitMs: timeoutMs }))),
      timeoutMs,
    );
    worker.once('message', (answer: WorkerAnswer) =>
      end(() => {
        if ('refusal' in answer) reject(new Refused(answer.refusal));
        else resolve(answer);
      }),
    );
    worker.once('error', (error) => end(() => reject(isOutOfMemory(error) ? turnAway('too-large') : error)));
    worker.once('exit', (code) =>
      end(() => reject(new Error(`The ledger worker ended with ${code} and no answer`))),
    );
  });
};

export const readLedger = async (file: LedgerFile, options: LedgerReaderOptions): Promise<PackedLedger> => {
  const answer = await inThread(file, options);
  if (!('table' in answer)) throw new Error('The ledger worker read no table');
  return answer.table;
};

export const annotateInThread = async (
  file: LedgerFile,
  options: LedgerReaderOptions,
  annotation: Annotation,
): Promise<AnnotatedFile> => {
  const answer = await inThread(file, options, annotation);
  if (!('annotated' in answer)) throw new Error('The ledger worker wrote no file');
  const { bytes, mediaType } = answer.annotated;
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mediaType };
};
