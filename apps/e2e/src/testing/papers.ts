import { documentRoutes } from '@qingshan/contracts';
import type { DocumentType } from '@qingshan/domain';
import type { Caller } from './caller';

let made = 0;

/** A scan like no other. */
export const aScan = (name = '扫描件.pdf'): File =>
  new File([`%PDF-1.7\n% ${(made += 1)} ${process.pid}\n%%EOF\n`], name, { type: 'application/pdf' });

/** Puts the papers into a mine's file that its stage asks for, but one where that is left to somebody. */
export const fileWanted = async (by: Caller, id: number, but?: DocumentType): Promise<void> => {
  const { wanted } = await by.get(documentRoutes.list, { params: { id } });
  for (const type of wanted.filter((one) => one !== but)) await fileDocument(by, id, type);
};

const fileDocument = (by: Caller, id: number, type: DocumentType) =>
  by.get(documentRoutes.add, { params: { id }, query: { type }, file: aScan() });
