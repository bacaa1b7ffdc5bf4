import type { Route } from '@qingshan/contracts';
import type { z } from 'zod';
import { Refused, refused } from './refused';
import type { Request } from './request';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the contract did not accept, field by field. */
export class InvalidInput extends Refused {
  constructor(readonly fields: { path: string; rule: string; message: string }[]) {
    super({ code: 'invalid-input' });
  }
}

/** Reads parameters, query and body by the route's schemas; everything that is wrong is told at once. */
export const readCall = async (route: Route, request: Request): Promise<Record<string, unknown>> => {
  const call: Record<string, unknown> = {};
  const problems: InvalidInput['fields'] = [];
  const read = (part: 'params' | 'query' | 'body', schema: z.ZodObject | undefined, value: unknown) => {
    if (!schema) return;
    const result = schema.safeParse(value ?? {});
    if (result.success) call[part] = result.data;
    else
      for (const issue of result.error.issues)
        problems.push({ path: [part, ...issue.path].join('.'), rule: issue.code, message: issue.message });
  };
  read('params', route.params, request.params);
  read('query', route.query, request.query);
  read('body', route.body, request.body);
  if (problems.length > 0) throw new InvalidInput(problems.slice(0, 100));
  if (route.carries === 'upload') call.file = await readFile(request);
  return call;
};

const readFile = async (request: Request): Promise<UploadedFile> => {
  if (!request.isMultipart()) throw refused('invalid-input', { expected: 'multipart/form-data' });
  const part = await request.file();
  if (!part) throw refused('invalid-input', { expected: 'file' });
  return { name: shownName(part.filename), bytes: await part.toBuffer() };
};

/** A name is shown and never a path: without folders, control characters and signs that turn the writing round (S36). */
const shownName = (name: string): string => {
  const signs = name
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '');
  return [...signs].slice(0, 200).join('').trim() || '-';
};
