import type { Trade } from '../files/write-trades.ts';

const STRONG = { strength: 45, dexterity: 35, intelligence: 10 };
const LEARNED = { strength: 25, dexterity: 20, intelligence: 45 };
const SKILFUL = { strength: 35, dexterity: 40, intelligence: 15 };
const LEVEL = 30;

const trade = (
  number: number,
  icon: number,
  name: string,
  description: string,
  stats: Trade['stats'],
  ...skills: string[]
): Trade => ({
  number,
  icon,
  name,
  description,
  stats,
  skills: skills.map((skill) => [skill, LEVEL]),
});

/**
 * What a new character may have learnt, beside a choice of one's own; skills by the names that worlds give them. The
 * numbers up to 7 are those of start kits.
 */
export const TRADES: readonly Trade[] = [
  trade(1, 0x15ab, 'Fighter', 'Sword and shield.', STRONG, 'Swordsmanship', 'Tactics', 'Parrying', 'Healing'),
  trade(
    2,
    0x15ad,
    'Wizard',
    'Spells, and the quiet to cast them.',
    LEARNED,
    'Magery',
    'Meditation',
    'Resisting Spells',
    'Wrestling',
  ),
  trade(8, 0x15af, 'Archer', 'A bow, and a keen eye.', SKILFUL, 'Archery', 'Tactics', 'Hiding', 'Healing'),
  trade(
    3,
    0x15b1,
    'Smith',
    'Ore from the hills, iron on the anvil.',
    STRONG,
    'Blacksmithy',
    'Mining',
    'Tinkering',
    'Mace Fighting',
  ),
  trade(
    9,
    0x15b3,
    'Tamer',
    'A way with beasts.',
    LEARNED,
    'Animal Taming',
    'Animal Lore',
    'Veterinary',
    'Magery',
  ),
  trade(
    10,
    0x15b5,
    'Minstrel',
    'Songs that calm, and songs that do not.',
    SKILFUL,
    'Musicianship',
    'Peacemaking',
    'Provocation',
    'Fencing',
  ),
];
