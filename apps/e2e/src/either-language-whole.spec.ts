import { expect, test } from '@jest/globals';
import { mineRoutes, peopleRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './testing/caller';
import type { Username } from './testing/house';
import { PLACES } from './testing/places';
import { settled } from './testing/settled';
import { revisit, visit } from './testing/visit';
import { en, zh } from './testing/words';

/** Cells and terms hold what people entered, and that is Chinese; so are names in the other language's own switch. */
const DATA =
  'td, dd, th[scope="row"], [role="gridcell"], [role="rowheader"], [lang^="zh"], option, textarea, [data-content]';
const CHINESE = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/;

/** Every word one can see or hear, outside of data. */
const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate((data) => {
    const said = [document.title];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest(`${data}, script, style, noscript`)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        said.push(element.getAttribute(name) ?? '');
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE) said.push(child.textContent ?? '');
    }
    return said.map((text) => text.trim()).filter((text) => text !== '');
  }, DATA);

/** The name of a file is its owner's. */
const FILE_NAME = /[^\s:：]+\.(?:pdf|png|jpe?g|csv|tsv|xlsx|zip|kml|geojson)/g;

let people: Promise<string[]> | undefined;
const names = (): Promise<string[]> => {
  people ??= caller('secadmin')
    .get(peopleRoutes.list, { query: { pageSize: 200 } })
    .then(({ people: all }) => all.map(({ name }) => name));
  return people;
};

/** What a page may quote outside of cells: people by their names, and a mine by its. */
const quoted = async (who: Username | null, address: string): Promise<string[]> => {
  if (!who) return [];
  const id = /^\/mines\/(\d{1,8})(?:\?|$)/.exec(address)?.[1];
  const mine = id ? await caller(who).get(mineRoutes.read, { params: { id } }) : null;
  const search = new URLSearchParams(address.split('?')[1]).get('q');
  return [...(await names()), mine?.name, mine?.town, search].filter((text): text is string => Boolean(text));
};

/** What a page shows as data it may say again in the name of a button: whose step, which mine. */
const data = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-content]')].map(({ textContent }) => textContent.trim()),
  );

/** A key without words, a slot nobody filled, a value that is none. */
const BROKEN =
  /\{\{|\bundefined\b|\bNaN\b|\[object |\b(?:ui|shell|labels|mines|figures|exports|imports|people|trail|system|format)\.[a-z]/;

test.each(PLACES)(
  '$name says everything in English where English was chosen, and no word is broken',
  async ({ who, path }) => {
    const address = await path();
    const page = await visit(who, address, { language: 'en' });
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const own = [...(await quoted(who, address)), ...(await data(page))];
    const words = await wordsOn(page);
    const chinese = words
      .map((text) => own.reduce((rest, name) => rest.replaceAll(name, ''), text.replaceAll(FILE_NAME, '')))
      .filter((text) => CHINESE.test(text));
    expect(chinese).toEqual([]);
    await revisit(page, { language: 'zh' });
    await settled(page);
    expect([...words, ...(await wordsOn(page))].filter((text) => BROKEN.test(text))).toEqual([]);
  },
);

test('one press changes the language of everything, and it stays so', async () => {
  const page = await visit('manager', '/mines');
  await settled(page);
  await page.getByRole('button', { name: en('shell.language.en') }).click();
  await page.getByRole('heading', { level: 1, name: en('mines.title'), exact: true }).waitFor();
  expect(await page.title()).toBe(`${en('mines.title')} · ${en('app.name')}`);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: en('mines.title'), exact: true }).waitFor();
  await page.getByRole('button', { name: zh('shell.language.zh') }).click();
  await page.getByRole('heading', { level: 1, name: zh('mines.title'), exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});
