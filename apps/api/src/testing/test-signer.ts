import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSigner } from '../signer/serve-signer';
import { Signer } from '../signer/signer';
import { openHouses } from './houses';
import { TestClock } from './test-clock';

/** A signer with a key of its own, at a socket; it can go away and come back, and forget nothing meanwhile. */
export const openTestSigner = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qs-'));
  const socket = join(folder, 's');
  const serve = () => serveSigner(new Signer(join(folder, 'home'), new TestClock()), socket);
  let server = await serve();
  const leave = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const signer = {
    socket,
    home: join(folder, 'home'),
    leave,
    comeBack: async () => {
      server = await serve();
    },
    close: async () => {
      openHouses.delete(signer);
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  openHouses.add(signer);
  return signer;
};
