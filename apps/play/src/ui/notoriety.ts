/** How somebody may be treated: a word and a sign, so that no colour has to be told apart. By number of the protocol. */
const kinds: Readonly<Record<number, readonly [word: string, sign: string, hue: number]>> = {
  1: ['innocent', '', 0x59],
  2: ['ally', '♦', 0x3f],
  3: ['may be attacked', '○', 0x3b2],
  4: ['criminal', '▲', 0x3b2],
  5: ['enemy', '✕', 0x90],
  6: ['murderer', '☠', 0x22],
  7: ['invulnerable', '★', 0x35],
};

export function notorietyWord(notoriety: number): string {
  return kinds[notoriety]?.[0] ?? 'unknown';
}

/** Stands before a name; empty for most people. */
export function notorietySign(notoriety: number): string {
  return kinds[notoriety]?.[1] ?? '';
}

/** Hue of a name. */
export function notorietyHue(notoriety: number): number {
  return kinds[notoriety]?.[2] ?? 0;
}
