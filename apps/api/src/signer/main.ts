import { SystemClock } from '../platform/clock';
import { askHandover, COMMANDS } from './ask-handover';
import { Signer } from './signer';
import { serveSigner } from './serve-signer';

/**
 * The signer as a process of its own: SIGNER_HOME holds its key and its memory, SIGNER_SOCKET is where it is asked. With
 * `rotate` or `break` it is the operator who asks, and the signer that runs over the same folder takes another key.
 */
const start = async (): Promise<void> => {
  const { SIGNER_HOME, SIGNER_SOCKET } = process.env;
  const [command, ...words] = process.argv.slice(2);
  if (command !== undefined) {
    const kind = COMMANDS[command];
    if (!kind || !SIGNER_HOME)
      throw new Error('SIGNER_HOME=… node signer.js [rotate | break] [--from KEY] [--kept FILE]');
    process.stdout.write(`${await askHandover(SIGNER_HOME, kind, words)}\n`);
    return;
  }
  if (!SIGNER_HOME || !SIGNER_SOCKET) throw new Error('SIGNER_HOME and SIGNER_SOCKET must be set');
  const server = await serveSigner(new Signer(SIGNER_HOME, new SystemClock()), SIGNER_SOCKET);
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.on('SIGTERM', stop);
  // Ctrl-C in a terminal reaches everybody: the API decides when its signer may go.
  process.on('SIGINT', () => (process.send ? undefined : stop()));
  // Whoever started us is gone: nobody would stop us later.
  process.on('disconnect', stop);
  process.send?.('ready');
};

start().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
