import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

export default async function closeHouse() {
  const leaks = await globalThis.closeHouse();
  rmSync(dirname(process.env.QINGSHAN_JOURNEYS), { recursive: true, force: true });
  // Fails the run: whatever the journeys did, no log and no entry may hold a secret of theirs (S58).
  if (leaks.length > 0) throw new Error(`Secrets were written down:\n${leaks.join('\n')}`);
}
