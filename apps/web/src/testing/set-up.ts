import { afterEach, beforeAll } from '@jest/globals';
import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from '../locales/zh';

const VIEWPORT = { width: 1200, height: 600 };

window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;

// jsdom lays nothing out: a size for what is virtual, and the two acts of a modal dialog.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => VIEWPORT.height });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => VIEWPORT.width });
HTMLElement.prototype.scrollTo = () => undefined;
HTMLElement.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
  });
});

afterEach(cleanup);
