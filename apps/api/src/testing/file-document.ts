import { callUrl, documentRoutes, mineRoutes, type DocumentList, type MineView } from '@qingshan/contracts';
import type { DocumentType, Stage } from '@qingshan/domain';
import type { Visitor } from './test-app';
import { formWith } from './upload';

let filed = 0;

/** A PDF like no other. */
export const aPdf = (): Buffer => Buffer.from(`%PDF-1.7\n% ${(filed += 1)}\n%%EOF\n`);

export const sendDocument = (
  by: Visitor,
  mineId: number,
  type: DocumentType,
  { name = '扫描件.pdf', bytes = aPdf(), stage }: { name?: string; bytes?: Buffer; stage?: Stage } = {},
  headers: Record<string, string> = {},
) => {
  const form = formWith(name, bytes);
  return by.inject({
    method: 'POST',
    url: callUrl(documentRoutes.add, { params: { id: mineId }, query: { type, stage } }),
    ...form,
    headers: { ...form.headers, ...headers },
  });
};

/** Puts a document into the file of a mine as the page does. */
export const fileDocument = async (...given: Parameters<typeof sendDocument>): Promise<DocumentList> => {
  const reply = await sendDocument(...given);
  if (reply.statusCode !== 201) throw new Error(`document answered ${reply.statusCode}: ${reply.body}`);
  return reply.json<DocumentList>();
};

/** Every paper the mine's stage asks for; the mine as it is then. */
export const fileWanted = async (by: Visitor, mine: MineView): Promise<MineView> => {
  const { wanted } = await by.get(documentRoutes.list, { params: { id: mine.id } });
  for (const type of wanted) await fileDocument(by, mine.id, type);
  return wanted.length > 0 ? by.get(mineRoutes.read, { params: { id: mine.id } }) : mine;
};
