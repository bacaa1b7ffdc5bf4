import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, findOldBrowser } from '../../../../tools/browser/find-browser.mjs';
import { startProduct } from '../../../../tools/browser/product.mjs';

/**
 * One product and one browser; every demo account is signed in once. The folder tells the journeys of one worker where
 * they are (house.ts).
 */
export async function openHouse(folder) {
  mkdirSync(folder);
  const pidFile = join(folder, 'api.pid');
  const product = await startProduct({ onPid: (pid) => writeFileSync(pidFile, String(pid)) });
  const browser = await chromium.launchServer(findBrowser());
  const secretsFile = join(folder, 'secrets.jsonl');
  /** Tells which secrets were written down. */
  const close = async () => {
    await browser.close();
    const secrets = readFileSync(secretsFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    try {
      return await product.leaks(secrets);
    } finally {
      await product.stop();
    }
  };
  const people = await Promise.all(product.people.map((person) => signIn(product.url, person)));
  for (const { username, password, cookie, csrfToken } of people)
    for (const [what, secret] of Object.entries({ password, cookie: cookie.split('=')[1], csrfToken }))
      appendFileSync(secretsFile, `${JSON.stringify({ what: `the ${what} of ${username}`, secret })}\n`, {
        mode: 0o600,
      });
  const house = {
    url: product.url,
    pidFile,
    secretsFile,
    people,
    browser: browser.wsEndpoint(),
    oldBrowser: findOldBrowser() ?? null,
  };
  writeFileSync(join(folder, 'house.json'), JSON.stringify(house), { mode: 0o600 });
  return { close };
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
