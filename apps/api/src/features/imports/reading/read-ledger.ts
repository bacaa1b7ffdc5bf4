import { Worker } from 'node:worker_threads';
import type { Refusal } from '@qingshan/domain';
import { Refused } from '../../../platform/http/refused';
import { turnAway, type LedgerFile, type LedgerTable } from './ledger-table';
import type { ReadOptions } from './read-table';

export interface WorkerJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

export type WorkerAnswer =
  { readonly table: LedgerTable } | { readonly refusal: Refusal; readonly cause?: string };

export interface LedgerReaderOptions extends ReadOptions {
  /** The built worker, `dist/ledger-worker.js` beside the bundle. */
  readonly worker: URL;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
}

const TIMEOUT_MS = 60_000;
const MEMORY_MB = 1_024;

const tableOf = (answer: WorkerAnswer): LedgerTable => {
  if ('table' in answer) return answer.table;
  throw new Refused(answer.refusal);
};

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads a ledger in a thread of its own with its own heap and a time limit: a file that slips past every guard ends the
 * thread and not the server.
 */
export const readLedger = (file: LedgerFile, options: LedgerReaderOptions): Promise<LedgerTable> => {
  const { worker: url, timeoutMs = TIMEOUT_MS, memoryMb = MEMORY_MB, ...reading } = options;
  const job: WorkerJob = { name: file.name, bytes: file.bytes, options: reading };
  return new Promise<LedgerTable>((resolve, reject) => {
    const worker = new Worker(url, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
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
        try {
          resolve(tableOf(answer));
        } catch (error) {
          reject(error);
        }
      }),
    );
    worker.once('error', (error) => end(() => reject(isOutOfMemory(error) ? turnAway('too-large') : error)));
    worker.once('exit', (code) =>
      end(() => reject(new Error(`The ledger worker ended with ${code} and no answer`))),
    );
  });
};
