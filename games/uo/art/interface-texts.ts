/** Texts of rising numbers from the first on. */
const from = (first: number, ...texts: readonly string[]): [number, string][] =>
  texts.map((text, i) => [first + i, text]);

/**
 * Texts of a client's own windows, by the numbers under which clients look for them in the cliloc. Without them a client leaves
 * its labels, choices and complaints blank. Source of the numbers: classic client rule.
 */
export const INTERFACE_TEXTS: ReadonlyMap<number, string> = new Map([
  // The list of shards.
  ...from(1_044_577, 'Delay', 'Lost', 'Where do you want to play?', 'In order of'),
  // A new character: its looks.
  [3_000_121, 'Hair'],
  [3_000_122, 'Beard'],
  ...from(3_000_183, 'Skin', 'Hair colour'),
  ...from(3_000_440, 'Upper clothes', 'Lower clothes'),
  [3_000_446, 'Beard colour'],
  [3_000_340, 'None'],
  ...from(3_000_341, 'Short', 'Long', 'Tied back', 'Crest', 'Bob', 'Knot', 'Curls', 'Receding', 'Two tails'),
  [3_000_350, 'Buns'],
  ...from(3_000_351, 'Goatee', 'Long', 'Short', 'Moustache'),
  ...from(1_011_060, 'Short, moustache', 'Long, moustache'),
  [3_000_357, 'Pointed'],
  ...from(1_074_385, 'Mid-length', 'Feathered', 'Short', 'Waved', 'Flowered', 'Long', 'Parted', 'Braided'),
  ...from(1_074_393, 'Bun', 'Spiked'),
  [1_112_309, 'Horns'],
  ...from(1_112_310, 'First kind', 'Second kind', 'Third kind', 'Fourth kind'),
  ...from(1_112_314, 'Fifth kind', 'Sixth kind', 'Seventh kind', 'Eighth kind'),
  [1_112_322, 'Horn colour'],
  ...from(1_112_511, 'Face horns', 'Face horn colour'),
  // What it can do.
  ...from(3_000_111, 'Strength', 'Dexterity', 'Intelligence'),
  [3_000_326, 'What have you learnt?'],
  [1_061_176, 'Of your own'],
  [1_061_226, 'Choose yourself what you begin with.'],
  // What is amiss with it.
  ...from(3_000_611, 'That name will not do.', 'A name is needed, of two letters at least.'),
  [1_080_032, 'Please choose skills, each once.'],
  [1_063_016, 'Your account does not offer this.'],
  // Who is here.
  [3_000_050, 'Your characters'],
  // Values of a character.
  ...from(3_000_076, 'Sex', 'Strength', 'Dexterity', 'Intelligence', 'Hits'),
  ...from(1_061_146, 'Strength', 'Dexterity', 'Intelligence', 'Hit points', 'Stamina', 'Mana'),
  ...from(1_061_152, 'Most of all three', 'Luck', 'Weight', 'Damage', 'Gold', 'Followers'),
  ...from(1_061_158, 'Against blows', 'Against fire', 'Against cold', 'Against poison', 'Against energy'),
  [1_062_760, 'Armour'],
  // Places of the bar at the top.
  [3_000_129, 'Journal'],
  [3_000_131, 'Chat'],
  ...from(3_000_133, 'Paperdoll', 'Help'),
  ...from(3_000_430, 'Map', 'Backpack'),
  // Menus of people and things, which the server names by these numbers.
  [3_006_123, 'Open paperdoll'],
  [3_006_135, 'Eat'],
  [3_006_145, 'Open backpack'],
  [1_077_728, 'Trade'],
]);
