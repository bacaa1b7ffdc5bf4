import { mineRoutes, peopleRoutes } from '@qingshan/contracts';
import type { Page } from 'playwright-core';
import { caller } from './caller';
import type { Username } from './house';

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

/** Words by which the page itself speaks Chinese: what people entered is left out. */
export const chineseOn = async (page: Page, who: Username | null, address: string): Promise<string[]> => {
  const own = [...(await quoted(who, address)), ...(await data(page))];
  return (await wordsOn(page))
    .map((text) => own.reduce((rest, name) => rest.replaceAll(name, ''), text.replaceAll(FILE_NAME, '')))
    .filter((text) => CHINESE.test(text));
};

export const brokenOn = async (page: Page): Promise<string[]> =>
  (await wordsOn(page)).filter((text) => BROKEN.test(text));
