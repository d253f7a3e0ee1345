/** What a block is, by its number. */
interface Block {
  readonly name: string;
  /** What clients without further blocks are shown instead. */
  readonly fallback?: number;
}

function plain(names: string): Block[] {
  return names.split(' ').map((name) => ({ name }));
}

const blocks: readonly Block[] = [
  ...plain(
    'air stone grass dirt cobblestone planks sapling bedrock water still-water lava still-lava sand gravel ' +
      'gold-ore iron-ore coal-ore log leaves sponge glass red orange yellow lime green teal aqua cyan blue indigo ' +
      'violet magenta pink black gray white dandelion rose brown-mushroom red-mushroom gold iron double-slab slab ' +
      'brick tnt bookshelf mossy-cobblestone obsidian',
  ),
  { name: 'cobblestone-slab', fallback: 44 },
  { name: 'rope', fallback: 39 },
  { name: 'sandstone', fallback: 12 },
  { name: 'snow', fallback: 0 },
  { name: 'fire', fallback: 10 },
  { name: 'light-pink', fallback: 33 },
  { name: 'forest-green', fallback: 25 },
  { name: 'brown', fallback: 3 },
  { name: 'deep-blue', fallback: 29 },
  { name: 'turquoise', fallback: 28 },
  { name: 'ice', fallback: 20 },
  { name: 'ceramic-tile', fallback: 42 },
  { name: 'magma', fallback: 49 },
  { name: 'pillar', fallback: 36 },
  { name: 'crate', fallback: 5 },
  { name: 'stone-brick', fallback: 1 },
];

const numbers = new Map(blocks.map(({ name }, number) => [name, number]));

/** The number of a block's name. Throws for a name that is none: a programmer's error. */
function block(name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`no block is called ${name}`);
  return number;
}

export const AIR = block('air');
export const BEDROCK = block('bedrock');
export const SLAB = block('slab');
export const DOUBLE_SLAB = block('double-slab');
const FIRST_LIQUID = block('water');
const LAST_LIQUID = block('still-lava');

export function isBlock(number: number): boolean {
  return number < blocks.length;
}

export function isLiquid(number: number): boolean {
  return number >= FIRST_LIQUID && number <= LAST_LIQUID;
}

/** The number that a person means by a name or a number, or undefined. */
export function blockNamed(words: string): number | undefined {
  if (/^\d+$/.test(words)) return isBlock(Number(words)) ? Number(words) : undefined;
  return numbers.get(words.toLowerCase());
}

/** By block number: what a client shows that knows only the first fifty. */
export const fallbacks: Uint8Array = Uint8Array.from(
  Array.from({ length: 256 }, (_, number) => blocks[number]?.fallback ?? number),
);
