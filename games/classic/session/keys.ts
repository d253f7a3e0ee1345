import { createHash, timingSafeEqual } from 'node:crypto';

/** The key that proves a name: what a list of servers hands to those whose name it knows. */
export function keyOf(salt: string, name: string): string {
  return createHash('md5').update(salt).update(name).digest('hex');
}

/** Compares in a time that does not tell how much is right. Clients may leave out zeros at the beginning. */
export function isKeyOf(salt: string, name: string, key: string): boolean {
  const given = Buffer.from(key.trim().toLowerCase().padStart(32, '0'));
  const right = Buffer.from(keyOf(salt, name));
  return given.length === right.length && timingSafeEqual(given, right);
}
