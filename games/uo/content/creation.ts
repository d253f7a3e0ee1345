import type { Looks, NameRules, StartKits } from './tables.ts';

/** What a new character may look like, what it is called, and what it begins with. */
export interface Creation {
  readonly looks: Looks;
  readonly kits: StartKits;
  readonly names: NameRules;
}

export type HueRanges = readonly (readonly [first: number, last: number])[];

export function isHueOf(ranges: HueRanges, hue: number): boolean {
  return ranges.some(([first, last]) => hue >= first && hue <= last);
}

export type NameProblem = 'too-short' | 'too-long' | 'bad-letters' | 'reserved';

/** What is wrong with a character's name, trimmed; null for nothing. Letters are those of English, as client fonts have no others. */
export function nameProblem(rules: NameRules, name: string): NameProblem | null {
  if (name.length < rules.minLength) return 'too-short';
  if (name.length > rules.maxLength) return 'too-long';
  let separators = 0;
  let wasSeparator = true;
  for (const character of name) {
    const isSeparator = rules.separators.includes(character);
    if (isSeparator ? wasSeparator : !/^[A-Za-z]$/.test(character)) return 'bad-letters';
    if (isSeparator) separators++;
    wasSeparator = isSeparator;
  }
  if (wasSeparator || separators > rules.maxSeparators) return 'bad-letters';
  const lower = name.toLowerCase();
  const words = lower.split(/[^a-z]+/);
  return rules.reserved.some((word) => word === lower || words.includes(word)) ? 'reserved' : null;
}
