import { RAMPS, type Ramp } from '../palette.ts';

interface Emblem {
  /** Ten by fifteen pixels at most; `#` is the first colour, `o` the second. */
  readonly rows: readonly string[];
  readonly ramps: readonly Ramp[];
}

const { blue, brick, gold, iron, leaf, oak, plaster, red, snow, violet, wood } = RAMPS;

const emblem = (ramps: readonly Ramp[], ...rows: string[]): Emblem => ({ rows, ramps });

const sword = emblem(
  [snow, gold],
  '....##....',
  '....##....',
  '....##....',
  '....##....',
  '....##....',
  '....##....',
  '....##....',
  '.oooooooo.',
  '....oo....',
  '....oo....',
);
const anvil = emblem(
  [iron, snow],
  '..........',
  '..........',
  '########..',
  '#########.',
  '.#######..',
  '...###....',
  '...###....',
  '..#####...',
  '.#######..',
);
const loaf = emblem(
  [brick, gold],
  '..........',
  '..oooooo..',
  '.oooooooo.',
  'oo#oo#oo#o',
  'oooooooooo',
  '.oooooooo.',
  '.########.',
);
const scissors = emblem(
  [iron, red],
  '#........#',
  '.#......#.',
  '..#....#..',
  '...#..#...',
  '....##....',
  '...#..#...',
  '.oo....oo.',
  'o..o..o..o',
  '.oo....oo.',
);
const gear = emblem(
  [gold, wood],
  '...####...',
  '.##....##.',
  '.#.oooo.#.',
  '#..o..o..#',
  '#..o..o..#',
  '.#.oooo.#.',
  '.##....##.',
  '...####...',
);
const cross = emblem(
  [red, snow],
  '...####...',
  '...####...',
  '...####...',
  '##########',
  '##########',
  '##########',
  '...####...',
  '...####...',
  '...####...',
);
const star = emblem(
  [gold, violet],
  '....##....',
  '....##....',
  '...####...',
  '##########',
  '.########.',
  '..######..',
  '.###..###.',
  '.#......#.',
);
const saw = emblem(
  [iron, oak],
  '..........',
  '.oo.......',
  'o..o#####.',
  'o..o######',
  '.oo#######',
  '....#.#.#.',
);
const bed = emblem(
  [red, wood],
  '..........',
  'o.........',
  'o.........',
  'o##.......',
  'o#########',
  'oooooooooo',
  'o........o',
);
const ship = emblem(
  [oak, snow],
  '....o.....',
  '....oo....',
  '....ooo...',
  '....oooo..',
  '....o.....',
  '##########',
  '.########.',
  '..######..',
);
const horse = emblem(
  [oak, iron],
  '.###..###.',
  '##......##',
  '#........#',
  '#........#',
  '#........#',
  '##......##',
  '.##....##.',
  '..##..##..',
);
const mug = emblem(
  [gold, snow],
  '..........',
  '.oooooo...',
  'oooooooo..',
  '.######.#.',
  '.######..#',
  '.######..#',
  '.######.#.',
  '.######...',
);
const bag = emblem(
  [oak, gold],
  '...#..#...',
  '....##....',
  '...####...',
  '..######..',
  '.###oo###.',
  '.##oooo##.',
  '.###oo###.',
  '..######..',
);
const bow = emblem(
  [oak, snow],
  '...##.....',
  '....##o...',
  '.....##o..',
  '......#.o.',
  'oooooooooo',
  '......#.o.',
  '.....##o..',
  '....##o...',
  '...##.....',
);
const meat = emblem(
  [red, snow],
  '......oo..',
  '.....oo...',
  '..####....',
  '.######...',
  '.######...',
  '.#####....',
  '..###.....',
);
const fish = emblem(
  [blue, snow],
  '..........',
  '..####..#.',
  '.######.##',
  '#o########',
  '.######.##',
  '..####..#.',
);
const gem = emblem(
  [blue, snow],
  '..######..',
  '.#oo####.#',
  '##########',
  '.########.',
  '..######..',
  '...####...',
  '....##....',
);
const book = emblem(
  [blue, snow],
  '##########',
  '#oooo#ooo#',
  '#oooo#ooo#',
  '#oooo#ooo#',
  '#oooo#ooo#',
  '##########',
);
const note = emblem(
  [gold, gold],
  '....####..',
  '....#..#..',
  '....#..#..',
  '....#..#..',
  '.##.#.##..',
  '###.####..',
  '##...##...',
);
const brush = emblem(
  [red, oak],
  '.......##.',
  '......##..',
  '.....oo...',
  '....oo....',
  '...oo.....',
  '..oo......',
);
const mask = emblem(
  [plaster, red],
  '.########.',
  '##########',
  '##.####.##',
  '##########',
  '#o######o#',
  '.#oooooo#.',
  '..######..',
);
const coin = emblem(
  [gold, oak],
  '...####...',
  '.########.',
  '.##oooo##.',
  '##oo##oo##',
  '##oo##oo##',
  '.##oooo##.',
  '.########.',
  '...####...',
);
const herb = emblem(
  [leaf, leaf],
  '....##....',
  '.##.##.##.',
  '.##.##.##.',
  '..######..',
  '....##....',
  '....##....',
  '....##....',
);
const pick = emblem(
  [iron, oak],
  '.########.',
  '##..oo..##',
  '....oo....',
  '....oo....',
  '....oo....',
  '....oo....',
  '....oo....',
);

/** By a word of the sign's name; the first that fits. */
export const SIGN_EMBLEMS: readonly (readonly [word: string, emblem: Emblem])[] = [
  ['bakery', loaf],
  ['tailor', scissors],
  ['barber', scissors],
  ['tinker', gear],
  ['healer', cross],
  ['mage', star],
  ['sorcerer', star],
  ['illusionist', star],
  ['carpenter', saw],
  ['woodworker', saw],
  ['inn', bed],
  ['shipwright', ship],
  ['customs', ship],
  ['sailor', ship],
  ['seamen', ship],
  ['stable', horse],
  ['cavalry', horse],
  ['tavern', mug],
  ['smith', anvil],
  ['provision', bag],
  ['merchant', bag],
  ['trader', bag],
  ['barter', bag],
  ['bowyer', bow],
  ['fletcher', bow],
  ['archer', bow],
  ['butcher', meat],
  ['cook', meat],
  ['fish', fish],
  ['jewel', gem],
  ['library', book],
  ['bard', note],
  ['painter', brush],
  ['theatre', mask],
  ['rogue', mask],
  ['thieves', mask],
  ['assassin', mask],
  ['bank', coin],
  ['reagent', herb],
  ['beekeeper', herb],
  ['miner', pick],
  ['arm', sword],
  ['fighter', sword],
  ['warrior', sword],
  ['weapon', sword],
];
