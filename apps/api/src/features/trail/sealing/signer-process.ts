import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** A signer of our own, started beside the API and started again when it ends; it gets no word of the database. */
export class SignerProcess {
  readonly socket: string;
  private readonly folder = process.platform === 'win32' ? null : mkdtempSync(join(tmpdir(), 'qingshan-'));
  private child: ChildProcess | null = null;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private isStopped = false;

  constructor(
    private readonly script: URL,
    private readonly home: string,
  ) {
    // A folder of its own that only we may enter, and a path shorter than a socket's may be.
    this.socket = this.folder ? join(this.folder, 'signer') : `\\\\.\\pipe\\qingshan-${randomUUID()}`;
  }

  start(): void {
    const { SystemRoot } = process.env;
    const child = spawn(process.execPath, [fileURLToPath(this.script)], {
      env: {
        SIGNER_HOME: resolve(this.home, 'signer'),
        SIGNER_SOCKET: this.socket,
        ...(SystemRoot ? { SystemRoot } : {}),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      windowsHide: true,
    });
    this.child = child;
    child.once('message', () => (this.pause = FIRST_PAUSE_MS));
    child.once('error', () => this.again(child));
    child.once('exit', () => this.again(child));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    }
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }

  private again(ended: ChildProcess): void {
    if (this.isStopped || ended !== this.child) return;
    this.child = null;
    this.timer = setTimeout(() => this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }
}
