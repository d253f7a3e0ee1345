import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** What staff did, one JSON line each, in `audit.log` of the data folder. It is only ever appended to. */
export class AuditLog {
  readonly #stream: WriteStream;

  constructor(dataDir: string, onError: (error: Error) => void) {
    this.#stream = createWriteStream(join(dataDir, 'audit.log'), { flags: 'a', mode: 0o600 });
    this.#stream.on('error', onError);
  }

  write(entry: Readonly<Record<string, unknown>>): void {
    this.#stream.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#stream.end(resolve));
  }
}
