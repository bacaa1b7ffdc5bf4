import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.mjs';
import { buildProduct, startProduct } from '../browser/product.mjs';
import { checkout } from '../start/paths.mjs';
import { pictures } from './pictures.mjs';

// `npm run screenshots`: the pictures of the README, taken of the product as it is.

const folder = join(checkout, 'docs', 'screenshots');

/** @param {import('playwright-core').Browser} browser @param {import('../browser/product.mjs').Product} product */
const photographer =
  (browser, product) => async (/** @type {import('./pictures.mjs').Picture} */ picture) => {
    const { name, who, path, language, theme, width, height } = picture;
    const person = product.people.find(({ username }) => username === who);
    const context = await browser.newContext({
      baseURL: product.url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    const taste = Object.entries({ language, theme }).map(
      ([key, value]) => `localStorage.setItem('qingshan.${key}', '${value}');`,
    );
    await context.addInitScript({ content: taste.join('\n') });
    const page = await context.newPage();
    const reply = await page.request.post('/api/session', {
      data: { username: who, password: person?.password },
    });
    if (!reply.ok()) throw new Error(`${who} could not sign in: ${reply.status()}`);
    const mines = await page.request.get('/api/mines?stage=planning&pageSize=1');
    const [mine] = (await mines.json()).rows;
    await page.goto(path(mine?.id), { waitUntil: 'networkidle' });
    await page.locator('h1').first().waitFor();
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
    console.log(join('docs', 'screenshots', `${name}.png`));
  };

mkdirSync(folder, { recursive: true });
await buildProduct();
const product = await startProduct();
try {
  const browser = await chromium.launch(findBrowser());
  const take = photographer(browser, product);
  for (const picture of pictures) await take(picture);
  await browser.close();
} finally {
  await product.stop();
}
