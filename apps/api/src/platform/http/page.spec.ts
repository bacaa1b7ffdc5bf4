import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mapRoutes } from '@qingshan/contracts';
import { openTestApp, type TestApp } from '../../testing/test-app';

let folder: string;
let house: TestApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingshan-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><style nonce="__NONCE__"></style><script src="/assets/x.js"></script>',
  );
  await writeFile(join(folder, 'assets', 'x.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for the web');
  house = await openTestApp('empty', { WEB_DIST: folder, QINGSHAN_PUBLIC_SCHEME: 'https' });
}, 60_000);
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const get = (url: string) => house.inject({ method: 'GET', url });

describe('the page', () => {
  test.each(['/', '/mines?stage=survey', '/mines/12', '/figures'])(
    'is served at %s, so that a link shows a colleague the same',
    async (url) => {
      const reply = await get(url);
      expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(reply.headers['cache-control']).toBe('no-cache');
    },
  );

  test('runs scripts of its own only, and styles with a nonce that differs each time (S47)', async () => {
    const replies = [await get('/'), await get('/')];
    const nonces = replies.map((reply) => /nonce="([^"]+)"/.exec(reply.body)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    for (const [index, reply] of replies.entries()) {
      const policy = String(reply.headers['content-security-policy']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-|\*|http:/);
    }
  });

  test('loads pictures from the one host that an administrator named, and from none after it is taken away', async () => {
    const pictures = async () =>
      /img-src ([^;]+);/.exec(String((await get('/')).headers['content-security-policy']))?.[1];
    expect(await pictures()).toBe("'self' data: blob:");
    const sysadmin = await house.as('sysadmin');
    const { basemap } = await sysadmin.get(mapRoutes.setBasemap, {
      body: {
        url: 'https://T0.tianditu.gov.cn:8443/vec_w/wmts?tk=abc',
        layer: 'vec',
        matrixSet: 'w',
        reviewNumber: 'GS(2024)0650号',
        reviewedOn: '2024-03-01',
      },
    });
    expect(await pictures()).toBe("'self' data: blob: https://t0.tianditu.gov.cn:8443");
    await sysadmin.get(mapRoutes.endBasemap, { body: { version: basemap?.version ?? 0 } });
    expect(await pictures()).toBe("'self' data: blob:");
  });

  test('behind HTTPS tells browsers to stay there, and sends the other headers too', async () => {
    for (const url of ['/', '/assets/x.js', '/api/docs', '/api/health', '/nothing.js'])
      expect([url, (await get(url)).headers]).toEqual([
        url,
        expect.objectContaining({
          'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'same-origin',
        }),
      ]);
  });

  test('keeps its assets for a year; what is no asset is not there', async () => {
    const asset = await get('/assets/x.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const url of [
      '/secret.txt',
      '/assets/../secret.txt',
      '/assets/%2e%2e/secret.txt',
      '/assets/x.js.map',
    ])
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  });
});

test('the page to read the API runs nothing inline either (S47)', async () => {
  const policy = String((await get('/api/docs')).headers['content-security-policy']);
  expect(policy).toMatch(/script-src 'self'; style-src 'self'/);
  expect(policy).not.toContain('unsafe-');
});
