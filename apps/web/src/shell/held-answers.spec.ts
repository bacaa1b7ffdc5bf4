import { beforeEach, expect, jest, test } from '@jest/globals';
import { mapRoutes } from '@qingshan/contracts';
import { api, rememberCsrfToken } from './api';

const TILE = { params: { z: 8, x: 209, y: 108 }, query: {} };
const calls: HeadersInit[] = [];
const answer = (status: number, body: string | null, tag: string) => {
  global.fetch = jest.fn<typeof fetch>(async (_, init) => {
    calls.push(init?.headers ?? {});
    return new Response(body, { status, headers: { ETag: tag } });
  });
};

beforeEach(() => {
  calls.length = 0;
  rememberCsrfToken(null);
  rememberCsrfToken('one');
});

test('what the server tagged is asked for by its tag, and where nothing changed it is what it was', async () => {
  answer(200, '{"cells":[[1,2,3,4,5,6]]}', 'W/"a"');
  const first = await api(mapRoutes.tile, TILE);
  answer(304, null, 'W/"a"');
  expect(await api(mapRoutes.tile, TILE)).toEqual(first);
  expect(calls.map((headers) => new Headers(headers).get('if-none-match'))).toEqual([null, 'W/"a"']);
});

test('another question is asked without a tag, and so is the same one after somebody else signed in', async () => {
  answer(200, '{"cells":[]}', 'W/"a"');
  await api(mapRoutes.tile, TILE);
  await api(mapRoutes.tile, { ...TILE, query: { stage: ['survey'] } });
  rememberCsrfToken('two');
  await api(mapRoutes.tile, TILE);
  expect(calls.map((headers) => new Headers(headers).get('if-none-match'))).toEqual([null, null, null]);
});
