import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to PostgreSQL that a test can cut and mend. */
export class CutLine {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  private isLosing = false;
  private target = new URL('postgres://localhost');

  /** The address behind the line. */
  readonly through = async (databaseUrl: string): Promise<string> => {
    this.target = new URL(databaseUrl);
    await this.mend();
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  };

  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        if (one === far) one.on('data', (bytes: Buffer) => this.loseAnswer(near, far, bytes));
        one.pipe(other);
        one.on('error', () => undefined);
        one.on('close', () => {
          this.sockets.delete(one);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** The next COMMIT that PostgreSQL confirms is never heard of: the line breaks with the answer on it. */
  loseNextCommit(): void {
    this.isLosing = true;
  }

  private loseAnswer(near: Socket, far: Socket, bytes: Buffer): void {
    if (!this.isLosing || !bytes.includes('COMMIT\0')) return;
    this.isLosing = false;
    near.destroy();
    far.destroy();
  }

  /** Every connection breaks, and no new one is taken. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
