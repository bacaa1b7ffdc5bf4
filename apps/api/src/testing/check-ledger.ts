import { importRoutes, type ImportView } from '@qingshan/contracts';
import type { Visitor } from './test-app';
import { upload } from './upload';

/** Uploads lines as a file and has them checked with the meanings that are proposed. */
export const checkLedger = async (by: Visitor, lines: readonly string[]): Promise<ImportView> => {
  const { id, columns } = await upload(by, '台账.csv', `${lines.join('\n')}\n`);
  return by.get(importRoutes.check, {
    params: { id },
    body: { columns: columns.map(({ column, field, unit }) => ({ column, field, unit })) },
  });
};
