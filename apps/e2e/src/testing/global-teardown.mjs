import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

export default async function closeHouse() {
  await globalThis.closeHouse();
  rmSync(dirname(process.env.QINGSHAN_JOURNEYS), { recursive: true, force: true });
}
