/**
 * Packs as clients from 7.0.104 on read it, put together from what is known of the format: codes are found by looking ahead for when each byte
 * comes again. `filling`: bytes after the last code, as real files have.
 */
export function packMythic(bytes: Uint8Array, filling = 0): Buffer {
  const comes = Array.from({ length: 256 }, (): number[] => []);
  for (const [i, byte] of bytes.entries()) comes[byte]!.push(i);
  const symbols = [...comes.keys()].filter((symbol) => comes[symbol]!.length > 0);
  const first = [...symbols].sort((a, b) => comes[a]![0]! - comes[b]![0]!);
  const often = [...symbols].sort((a, b) => comes[b]!.length - comes[a]!.length || a - b);
  const counts = Buffer.alloc(1024);
  for (const symbol of symbols) counts.writeUInt32LE(comes[symbol]!.length, symbol * 4);
  const codes = often.flatMap((symbol) => [
    first.indexOf(symbol),
    ...comes[symbol]!.slice(1).map((at, i) => new Set(bytes.subarray(comes[symbol]![i]! + 1, at)).size),
  ]);
  const list = Array.from({ length: 256 }, (_, i) => i);
  const places = [...counts, ...codes].map((byte) => {
    const place = list.indexOf(byte);
    list.unshift(...list.splice(place, 1));
    return place;
  });
  const head = Buffer.alloc(4);
  head.writeUInt32LE((bytes.length ^ 0x8e2c9a3d) >>> 0);
  return Buffer.concat([head, Buffer.from(places), Buffer.alloc(filling, 0x5a)]);
}
