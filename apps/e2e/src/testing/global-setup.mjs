import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, findOldBrowser } from '../../../../tools/browser/find-browser.mjs';
import { buildProduct, startProduct } from '../../../../tools/browser/product.mjs';

/** One product and one browser for the whole run; every demo account is signed in once. */
export default async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'qingshan-journeys-'));
  const pidFile = join(folder, 'api.pid');
  await buildProduct();
  const product = await startProduct({ onPid: (pid) => writeFileSync(pidFile, String(pid)) });
  const browser = await chromium.launchServer(findBrowser());
  globalThis.closeHouse = async () => {
    await browser.close();
    await product.stop();
  };
  const people = await Promise.all(product.people.map((person) => signIn(product.url, person)));
  const house = {
    url: product.url,
    pidFile,
    people,
    browser: browser.wsEndpoint(),
    oldBrowser: findOldBrowser() ?? null,
  };
  process.env.QINGSHAN_JOURNEYS = join(folder, 'house.json');
  writeFileSync(process.env.QINGSHAN_JOURNEYS, JSON.stringify(house), { mode: 0o600 });
}

const signIn = async (url, { username, password }) => {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!reply.ok) throw new Error(`${username} could not sign in: ${reply.status}`);
  const [cookie] = reply.headers.getSetCookie();
  const { csrfToken } = await reply.json();
  return { username, password, cookie: cookie.split(';')[0], csrfToken };
};
