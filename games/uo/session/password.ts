import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** Argon2id with 19 MiB, two passes, one lane: the least that OWASP's password guidance of 2024 asks for. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** Slow on purpose and never in the simulation's thread: the work is done by Node's thread pool. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

export const argon2Hasher: PasswordHasher = {
  async hash(password) {
    const salt = randomBytes(SALT_BYTES);
    const tag = await derive(password, salt, COST, TAG_BYTES);
    const { memory, passes, parallelism } = COST;
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
  },

  /** False also for a hash that is not in PHC form. Compares in constant time. */
  async verify(password, hash) {
    const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
      hash,
    );
    if (parts === null) return false;
    const cost = { memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]) };
    const expected = Buffer.from(parts[5]!, 'base64');
    const tag = await derive(password, Buffer.from(parts[4]!, 'base64'), cost, expected.length);
    return timingSafeEqual(tag, expected);
  },
};

function derive(password: string, nonce: Buffer, cost: typeof COST, tagLength: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: password, nonce, tagLength, ...cost }, (error, tag) => {
      if (error) reject(error);
      else resolve(tag);
    });
  });
}

/** Base64 without padding, as PHC strings have it. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
