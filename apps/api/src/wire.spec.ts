import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problem } from '@qingshan/contracts';
import { openTestApp, type TestApp } from './testing/test-app';
import { PASSWORD } from './testing/test-people';

let house: TestApp;
let behindProxy: TestApp;

const listening = async (variables: NodeJS.ProcessEnv = {}): Promise<TestApp> => {
  const opened = await openTestApp('empty', variables);
  await opened.app.listen(0, '127.0.0.1');
  return opened;
};

beforeAll(async () => {
  house = await listening();
  behindProxy = await listening({ QINGSHAN_TRUST_PROXY: 'loopback' });
}, 60_000);
afterAll(() => Promise.all([house.close(), behindProxy.close()]));

/** What comes back for bytes sent as they are, until the server closes. */
const say = (to: TestApp, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = to.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => (heard += chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
    socket.write(bytes);
  });

const request = (line: string, headers: Record<string, string> = {}, body = '') =>
  [
    line,
    ...Object.entries({ host: 'qingshan.example', connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    body,
  ].join('\r\n');

const statusOf = (heard: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1]);

describe('what is no request for us gets a problem document, and the connection ends', () => {
  test.each([
    ['bytes that are no HTTP', 'HELLO\r\n\r\n'],
    ['a space in the address', request('GET /api/he alth HTTP/1.1')],
    [
      'two lengths of one body (S49)',
      request(
        'POST /api/session HTTP/1.1',
        { 'content-length': '4', 'transfer-encoding': 'chunked' },
        '0\r\n\r\nGET /api/system HTTP/1.1\r\n\r\n',
      ),
    ],
    ['a header that is folded', `GET /api/health HTTP/1.1\r\nhost: a\r\n b\r\n\r\n`],
    ['64 kB of header (S45)', request('GET /api/health HTTP/1.1', { 'x-long': 'x'.repeat(65_536) })],
    ['broken percent encoding', request('GET /api/mines/%ED%A0%80 HTTP/1.1')],
  ])('%s', async (_, bytes) => {
    const heard = await say(house, bytes);
    const [head = '', body = ''] = heard.split('\r\n\r\n');
    expect(statusOf(heard)).toBeGreaterThanOrEqual(400);
    expect(statusOf(heard)).toBeLessThan(500);
    expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
    expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(head.toLowerCase()).toContain('cache-control: no-store');
    expect(problem.parse(JSON.parse(body)).status).toBe(statusOf(heard));
    // Nothing after it: a second request hidden in the first is not read.
    expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

test.each(['TRACE', 'CONNECT', 'PROPFIND', 'TRACK'])('%s is not there (S46)', async (method) => {
  const heard = await say(house, request(`${method} /api/health HTTP/1.1`, { 'x-secret': 'cookie' }));
  expect(heard === '' || statusOf(heard) >= 400).toBe(true);
  expect(heard).not.toContain('cookie');
});

test('a header does not turn one method into another (S49)', async () => {
  const heard = await say(
    house,
    request('GET /api/session HTTP/1.1', {
      'x-http-method-override': 'DELETE',
      'x-method-override': 'DELETE',
    }),
  );
  expect(statusOf(heard)).toBe(401);
});

describe('the address in the trail (S49)', () => {
  const addressOf = async (to: TestApp, forwarded: string): Promise<string | undefined> => {
    const body = JSON.stringify({ username: 'official', password: PASSWORD });
    const heard = await say(
      to,
      request(
        'POST /api/session HTTP/1.1',
        {
          'content-type': 'application/json',
          'content-length': String(body.length),
          'x-forwarded-for': forwarded,
        },
        body,
      ),
    );
    expect(statusOf(heard)).toBe(201);
    const [entry] = await to.sql<{ address: string }>(
      'SELECT host(address) AS address FROM trail ORDER BY id DESC LIMIT 1',
    );
    return entry?.address;
  };

  test('is the one that really called, whatever it claims', async () => {
    expect(await addressOf(house, '203.0.113.9')).toBe('127.0.0.1');
  });
  test('is the one a proxy of ours saw, not the one its client claimed before', async () => {
    expect(await addressOf(behindProxy, '203.0.113.9')).toBe('203.0.113.9');
    expect(await addressOf(behindProxy, '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
  });
  test.each(['nonsense', '203.0.113.9:4711', "'; DROP TABLE trail; --", ''])(
    'of a proxy that says “%s” is the proxy’s own, and the act is done',
    async (forwarded) => {
      expect(await addressOf(behindProxy, forwarded)).toBe('127.0.0.1');
    },
  );
});

test.each(['0.0.0.0/x', 'proxy', '1', '10.0.0.1;10.0.0.2'])(
  '“%s” names no proxy: the start says so',
  (list) =>
    expect(openTestApp('empty', { QINGSHAN_TRUST_PROXY: list })).rejects.toThrow('QINGSHAN_TRUST_PROXY'),
);
