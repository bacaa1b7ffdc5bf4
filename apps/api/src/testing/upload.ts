import { callUrl, importRoutes, type ImportView } from '@qingshan/contracts';
import type { Visitor } from './test-app';

const BOUNDARY = 'qingshan-test-boundary';

/** The body of a form with one file in it. */
export const formWith = (name: string, content: string | Buffer) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  payload: Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
});

/** Uploads a ledger as the page does. */
export const upload = async (by: Visitor, name: string, content: string | Buffer): Promise<ImportView> => {
  const reply = await by.inject({
    method: 'POST',
    url: callUrl(importRoutes.upload, {}),
    ...formWith(name, content),
  });
  if (reply.statusCode !== 201) throw new Error(`upload answered ${reply.statusCode}: ${reply.body}`);
  return reply.json<ImportView>();
};
