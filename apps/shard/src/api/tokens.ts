import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Role, type Token, token } from '@gommog/staff-api';
import { replaceFile } from '@gommog/store';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

const FILE = 'api-tokens.json';
const MOST = 100;

/** SHA-256 of the secret: it is long and of chance, so a slow hash would protect nothing more. */
const entry = token.extend({ hash: z.string() });
type Entry = z.infer<typeof entry>;

/** Tokens of an operator's own tools, in `api-tokens.json` of the data folder. */
export class Tokens {
  readonly #file: string;
  #entries: Entry[] = [];
  #writing: Promise<void> = Promise.resolve();

  /** Throws Refusal when the file is not what it should be. */
  static async open(data: string): Promise<Tokens> {
    const tokens = new Tokens(join(data, FILE));
    await tokens.#read();
    return tokens;
  }

  private constructor(file: string) {
    this.#file = file;
  }

  async #read(): Promise<void> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    try {
      this.#entries = z.array(entry).parse(JSON.parse(text));
    } catch (error) {
      throw new Refusal(`${this.#file}: ${(error as Error).message}`);
    }
  }

  list(): Token[] {
    return this.#entries.map(({ hash: _, ...view }) => view);
  }

  /** Makes a token; its secret is told this once. Null when there are too many. */
  async make(name: string, ofRole: Role, madeBy: string): Promise<{ view: Token; secret: string } | null> {
    if (this.#entries.length >= MOST) return null;
    const id = randomBytes(6).toString('hex');
    const secret = `gmg_${id}_${randomBytes(32).toString('base64url')}`;
    const view = { id, name, role: ofRole, madeBy, madeAt: new Date().toISOString() };
    this.#entries.push({ ...view, hash: hashOf(secret) });
    await this.#write();
    return { view, secret };
  }

  /** False when there is none. */
  async revoke(id: string): Promise<boolean> {
    const left = this.#entries.filter((each) => each.id !== id);
    if (left.length === this.#entries.length) return false;
    this.#entries = left;
    await this.#write();
    return true;
  }

  /** The token of a secret, compared in constant time; null when there is none. */
  find(secret: string): Token | null {
    const hash = Buffer.from(hashOf(secret));
    const found = this.#entries.find((each) => timingSafeEqual(Buffer.from(each.hash), hash));
    if (found === undefined) return null;
    const { hash: _, ...view } = found;
    return view;
  }

  /** One after the other: two people may make tokens at once. */
  #write(): Promise<void> {
    const written = this.#writing.then(() =>
      replaceFile(this.#file, `${JSON.stringify(this.#entries, null, 2)}\n`, 0o600),
    );
    this.#writing = written.catch(() => {});
    return written;
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
