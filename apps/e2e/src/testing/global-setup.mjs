import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProduct } from '../../../../tools/browser/product.mjs';
import { openHouse } from './open-house.mjs';

/** A house for each worker of jest: journeys run side by side and never meet, not even when one kills the API. */
export default async function openHouses({ maxWorkers }) {
  const folder = mkdtempSync(join(tmpdir(), 'qingshan-journeys-'));
  process.env.QINGSHAN_JOURNEYS = folder;
  await buildProduct();
  const opened = await Promise.allSettled(
    Array.from({ length: maxWorkers }, (_, index) => openHouse(join(folder, `${index + 1}`))),
  );
  const houses = opened.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  const closeAll = async () => {
    const leaks = await Promise.all(houses.map(({ close }) => close()));
    rmSync(folder, { recursive: true, force: true });
    return leaks.flat();
  };
  const broken = opened.find(({ status }) => status === 'rejected');
  if (broken) {
    await closeAll();
    throw broken.reason;
  }
  globalThis.closeHouses = closeAll;
}
