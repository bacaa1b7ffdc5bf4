import { expect, test } from '@jest/globals';
import { BASEMAP_URL, basemapHost, basemapTile, REVIEW_NUMBER } from './basemap-address';

test.each([
  ['https://t0.tianditu.gov.cn/vec_w/wmts?tk=abc', 't0.tianditu.gov.cn'],
  ['https://Maps.Example.cn:8443/wmts', 'maps.example.cn:8443'],
  ['https://10.20.30.40/tiles/{z}/{x}/{y}.png', '10.20.30.40'],
])('%s is at the host %s', (url, host) => expect(basemapHost(url)).toBe(host));

test.each([
  'http://t0.tianditu.gov.cn/vec_w/wmts',
  'javascript:alert(1)',
  'data:image/png;base64,AA',
  'https://',
  'https://localhost/wmts',
  'https://*.example.cn/wmts',
  'https://user:secret@example.cn/wmts',
  "https://example.cn/wmts;script-src 'unsafe-inline'",
  'https://example.cn; script-src *',
  'https://example.cn/wmts other.example.cn',
  'https://example.cn/wmts\nx-header: 1',
  'https://example.cn/wmts#part',
  'https://exa_mple.cn/wmts',
  'https://例子.cn/wmts',
  '//example.cn/wmts',
])('“%s” is no address of a basemap', (url) => {
  expect(BASEMAP_URL.test(url)).toBe(false);
  expect(basemapHost(url)).toBeNull();
});

test('a tile is asked of a WMTS by its key-value door, and of an address with places in it by filling them', () => {
  const wmts = { url: 'https://t0.tianditu.gov.cn/vec_w/wmts?tk=abc', layer: 'vec', matrixSet: 'w' };
  expect(basemapTile(wmts, 8, 210, 108)).toBe(
    'https://t0.tianditu.gov.cn/vec_w/wmts?tk=abc&SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=default&FORMAT=tiles&LAYER=vec&TILEMATRIXSET=w&TILEMATRIX=8&TILEROW=108&TILECOL=210',
  );
  expect(basemapTile({ ...wmts, url: 'https://maps.example.cn/{z}/{y}/{x}.png' }, 8, 210, 108)).toBe(
    'https://maps.example.cn/8/108/210.png',
  );
});

test.each(['GS(2024)0650号', 'GS（2024）0650号', '赣S〔2023〕045号', '赣S(2023)第045号', 'GS京(2022)0001号'])(
  '%s is a map review number',
  (text) => expect(REVIEW_NUMBER.test(text)).toBe(true),
);

test.each(['', '无', '0650', 'GS2024-0650', 'GS(24)0650', 'GS(2024)号', '<b>(2024)1号'])(
  '“%s” is none',
  (text) => expect(REVIEW_NUMBER.test(text)).toBe(false),
);
