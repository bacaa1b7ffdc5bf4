import { MEDIA_TYPES, type MediaType } from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, documentType, id, idText, instant, requiredText, stage } from './values';

export const documentView = z
  .object({
    id,
    stage,
    type: documentType,
    fileName: z.string(),
    mediaType: z.enum(Object.keys(MEDIA_TYPES) as [MediaType, ...MediaType[]]),
    byteCount: z.int(),
    sha256: z.string().meta({ description: 'SHA-256 of the file, hex' }),
    personName: z.string(),
    addedAt: instant,
    removal: z
      .object({ personName: z.string(), removedAt: instant, reason: z.string() })
      .nullable()
      .meta({ description: 'Taken out of the file, and why; it is kept all the same' }),
  })
  .meta({ id: 'Document' });

export type DocumentView = z.output<typeof documentView>;

const documentList = z
  .object({
    documents: z.array(documentView),
    /** Kinds the present stage asks for and has not got. */
    wanted: z.array(documentType),
    stage,
    stageSince: day,
    mayWrite: z.boolean(),
    removable: z.array(id).meta({ description: 'Those that this person may take out' }),
  })
  .meta({ id: 'Documents' });

export type DocumentList = z.output<typeof documentList>;

const params = z.object({ id: idText });
const oneDocument = z.object({ id: idText, documentId: idText });

export const documentRoutes = {
  list: route('GET', '/mines/:id/documents', {
    summary: 'Documents and photos in the file of a mine, newest first, with those taken out again',
    may: 'document.read',
    params,
    response: documentList,
  }),
  add: route('POST', '/mines/:id/documents', {
    summary: 'Put a document or photo into the file of a mine: PDF, JPEG or PNG, known by its content',
    may: 'document.write',
    params,
    query: z.strictObject({
      type: documentType.meta({ description: 'What the document is' }),
      stage: stage
        .exclude(['removed'])
        .optional()
        .meta({ description: 'The stage it belongs to; the present one unless told' }),
    }),
    response: documentList,
    status: 201,
    carries: 'upload',
  }),
  file: route('GET', '/mines/:id/documents/:documentId/file', {
    summary: 'The document itself, as an attachment',
    may: 'document.read',
    params: oneDocument,
    response: z.never(),
    carries: 'file',
    media: 'application/octet-stream',
  }),
  remove: route('POST', '/mines/:id/documents/:documentId/removal', {
    summary: 'Take a document out of the file, with a reason; it stays on record',
    may: 'document.write',
    params: oneDocument,
    body: z.strictObject({ reason: requiredText(500) }),
    response: documentList,
  }),
};
