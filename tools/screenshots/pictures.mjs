/**
 * @typedef {object} Picture
 * @property {string} name of the file, without its ending
 * @property {string} who
 * @property {(mine: number) => string} path
 * @property {'zh' | 'en'} language
 * @property {'light' | 'dark'} theme
 * @property {number} width
 * @property {number} height
 */

const desk = /** @type {const} */ ({ language: 'zh', theme: 'light', width: 1440, height: 900 });

/** What the README shows. @type {Picture[]} */
export const pictures = [
  { ...desk, name: 'figures', who: 'manager', path: () => '/figures?asOf=2022-12-31' },
  { ...desk, name: 'mines', who: 'official', path: () => '/mines?stage=planning' },
  { ...desk, name: 'mine-file', who: 'official', path: (mine) => `/mines/${mine}` },
  {
    ...desk,
    name: 'figures-english-dark',
    who: 'city',
    path: () => '/figures',
    language: 'en',
    theme: 'dark',
  },
  {
    ...desk,
    name: 'mines-phone',
    who: 'official',
    path: () => '/mines?stage=planning',
    width: 390,
    height: 844,
  },
];
