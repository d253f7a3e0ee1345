import { SKILLS } from '../worldgen/data/skills.ts';

const GROUPS: readonly (readonly [name: string, skills: RegExp])[] = [
  [
    'Fighting',
    /^(Anatomy|Archery|Fencing|Focus|Healing|Mace|Parrying|Swords|Tactics|Throwing|Wrestling|Bushido|Chivalry)/,
  ],
  [
    'Crafts',
    /^(Alchemy|Blacksmithy|Bowcraft|Carpentry|Cooking|Inscription|Lumber|Mining|Tailoring|Tinkering|Cartography|Imbuing)/,
  ],
  ['Magic', /^(Evaluating|Magery|Meditation|Necromancy|Resisting|Spellweaving|Spirit|Mysticism)/],
  ['Wilderness', /^(Animal|Fishing|Herding|Tracking|Veterinary|Camping)/],
  ['Shadows', /^(Detecting|Hiding|Lockpicking|Poisoning|Remove|Snooping|Stealing|Stealth|Ninjitsu)/],
  ['Music', /^(Discordance|Musicianship|Peacemaking|Provocation)/],
];

export const SKILL_GROUP_NAMES: readonly string[] = GROUPS.map(([name]) => name);

/** The group of each skill by number; 0 is that of the rest. */
export const SKILL_GROUPS: readonly number[] = SKILLS.map(
  ([name]) => GROUPS.findIndex(([, skills]) => skills.test(name)) + 1,
);
