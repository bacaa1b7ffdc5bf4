import { parentPort, workerData } from 'node:worker_threads';
import { Refused } from '../../../platform/http/refused';
import { annotateLedger } from '../annotating/annotate-ledger';
import { turnAway } from './ledger-table';
import { packLedger } from './pack-ledger';
import { readTable } from './read-table';
import type { WorkerAnswer, WorkerJob } from './read-ledger';

/** Entry of the thread that reads or annotates one ledger and ends. Built as `dist/ledger-worker.js`. */
const answer = async ({ name, bytes, options, annotation }: WorkerJob): Promise<WorkerAnswer> => {
  const file = { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  try {
    return annotation
      ? { annotated: await annotateLedger(file, options, annotation) }
      : { table: packLedger(await readTable(file, options)) };
  } catch (error) {
    // A parser that fails on a file has been given a damaged file; the cause goes to the log, not to the user.
    return error instanceof Refused
      ? { refusal: error.refusal }
      : { refusal: turnAway('damaged').refusal, cause: String(error) };
  }
};

void answer(workerData as WorkerJob).then((result) =>
  // The bytes of the rows change hands, and are not copied.
  parentPort?.postMessage(
    result,
    'table' in result ? result.table.batches.map(({ buffer }) => buffer as ArrayBuffer) : [],
  ),
);
