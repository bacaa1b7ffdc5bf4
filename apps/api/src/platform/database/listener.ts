import pg from 'pg';

const AGAIN_MS = 1_000;

/** A connection that only hears: what is said on one channel, and whether anything could be heard at all. */
export class Listener {
  private client: pg.Client | null = null;
  private again: NodeJS.Timeout | null = null;
  private hears = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: () => void,
  ) {}

  get isListening(): boolean {
    return this.hears;
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'qingshan-listen',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    client.on('notification', () => this.heard());
    client.on('error', () => undefined);
    client.once('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.hears = this.client === client;
    } catch {
      this.lost(client);
    }
  }

  async stop(): Promise<void> {
    const { client } = this;
    this.client = null;
    this.hears = false;
    if (this.again) clearTimeout(this.again);
    await client?.end().catch(() => undefined);
  }

  /** What was said meanwhile is not heard: it may have been anything. */
  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.hears = false;
    this.heard();
    void client.end().catch(() => undefined);
    this.again = setTimeout(() => void this.start(), AGAIN_MS);
    this.again.unref();
  }
}
