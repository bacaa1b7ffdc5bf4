/** A tile service in Web Mercator, as an administrator enters it. */
export interface Basemap {
  /** Of a WMTS, or of single tiles with `{z}`, `{x}` and `{y}` in it. */
  readonly url: string;
  readonly layer: string;
  readonly matrixSet: string;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

/** HTTPS at one host by its full name, without an account in it; nothing that could end the line it is written into. */
export const BASEMAP_URL = new RegExp(
  `^https://(${LABEL}(?:\\.${LABEL})+(?::\\d{1,5})?)(?:[/?][^\\s"'<>\\\\#;,]*)?$`,
  'i',
);

/** The names of layers and matrix sets. */
export const BASEMAP_NAME = /^[\w.:-]{1,100}$/;

/** The one host, with its port, that the page may load pictures from; null where the address is none. */
export const basemapHost = (url: string): string | null => BASEMAP_URL.exec(url)?.[1]?.toLowerCase() ?? null;

/** The address of one tile. */
export const basemapTile = ({ url, layer, matrixSet }: Basemap, z: number, x: number, y: number): string => {
  if (url.includes('{z}'))
    return url.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
  const question =
    `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=default&FORMAT=tiles` +
    `&LAYER=${layer}&TILEMATRIXSET=${matrixSet}&TILEMATRIX=${z}&TILEROW=${y}&TILECOL=${x}`;
  return `${url}${url.includes('?') ? '&' : '?'}${question}`;
};

/** A map review number 审图号: who reviewed, the year in brackets, the number, e.g. GS(2024)0650号 or 赣S〔2023〕045号. */
export const REVIEW_NUMBER = /^[\p{L}]{1,8} ?[(（〔[]\d{4}[)）〕\]] ?第?\d{1,6} ?号?$/u;
