/** Layouts of the two packets that ciphers are known by. */

function put(bytes: Uint8Array, at: number, text: string): void {
  bytes.set(Buffer.from(text, 'latin1').subarray(0, 30), at);
}

/** 0x80. */
export function loginPacket(name: string, password: string): Uint8Array {
  const bytes = new Uint8Array(62);
  bytes[0] = 0x80;
  put(bytes, 1, name);
  put(bytes, 31, password);
  bytes[61] = 0xff;
  return bytes;
}

/** 0x91. */
export function gameLoginPacket(key: number, name: string, password: string): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = 0x91;
  bytes.set(bigEndian(key), 1);
  put(bytes, 5, name);
  put(bytes, 35, password);
  return bytes;
}

/** 0xEF. */
export function seedPacket(seed: number, ...version: readonly [number, number, number, number]): Uint8Array {
  const words = [seed, ...version].map(bigEndian);
  return Uint8Array.of(0xef, ...words.flatMap((word) => [...word]));
}

export function bigEndian(word: number): Uint8Array {
  return Uint8Array.of(word >>> 24, word >>> 16, word >>> 8, word);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
