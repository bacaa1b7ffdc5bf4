import { exportRoutes, type ExportView } from '@qingshan/contracts';
import { fromBuffer } from 'yauzl';
import type { z } from 'zod';
import type { Visitor } from './test-app';

type Body = z.input<typeof exportRoutes.make.body>;

export const makeExport = (by: Visitor, body: Partial<Body>): Promise<ExportView> =>
  by.get(exportRoutes.make, { body: { filter: {}, language: 'zh', ...body } });

/** Waits for the job as the page does: by asking again. */
export const ended = async (by: Visitor, { id }: ExportView): Promise<ExportView> => {
  for (;;) {
    const now = await by.get(exportRoutes.read, { params: { id } });
    if (now.state !== 'making') return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

export const fetchExport = (by: Visitor, { id }: ExportView) =>
  by.call(exportRoutes.file, { params: { id } });

/** Makes a file, waits for it and fetches it. */
export const exported = async (by: Visitor, body: Partial<Body>) => {
  const record = await ended(by, await makeExport(by, body));
  const answer = await fetchExport(by, record);
  if (answer.status !== 200) throw new Error(`${record.fileName}: ${JSON.stringify(answer.problem)}`);
  return { record, bytes: answer.bytes, headers: answer.headers };
};

/** The members of an archive by name, each unpacked and held against its checksum. */
export const unzipped = (bytes: Buffer): Promise<Record<string, Buffer>> =>
  new Promise((resolve, reject) => {
    const members: Record<string, Buffer> = {};
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (failed, zip) => {
      if (failed) return reject(failed);
      zip.on('error', reject);
      zip.on('end', () => resolve(members));
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('error', reject);
          stream.on('end', () => {
            members[entry.fileName] = Buffer.concat(pieces);
            zip.readEntry();
          });
        }),
      );
      zip.readEntry();
    });
  });
