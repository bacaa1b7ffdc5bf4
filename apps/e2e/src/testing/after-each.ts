import { afterAll, afterEach, expect } from '@jest/globals';
import { closeBrowser, leave } from './visit';

declare global {
  var journey: { readonly name: string; readonly failed: boolean };
}

afterEach(async () => {
  const { name, failed } = globalThis.journey;
  const troubles = await leave(failed ? name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim() : null);
  if (!failed) expect(troubles).toEqual([]);
});

afterAll(closeBrowser);
