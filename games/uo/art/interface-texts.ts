/** Texts of rising numbers from the first on. */
const from = (first: number, ...texts: readonly string[]): [number, string][] =>
  texts.map((text, i) => [first + i, text]);

/**
 * Texts of a client's own windows, by the numbers under which clients look for them in the cliloc. Without them a client leaves
 * its labels, choices and complaints blank. Source of the numbers: classic client rule.
 */
export const INTERFACE_TEXTS: ReadonlyMap<number, string> = new Map([
  // On the way in, and what may be amiss there.
  ...from(3_000_001, 'Entering the world...', 'Connecting...', 'Checking the account...'),
  [3_000_053, 'Logging in...'],
  ...from(3_000_005, 'You were away for too long.', 'There is such a character already.', 'Wrong password.'),
  [3_000_009, 'There is no such character.'],
  ...from(3_000_012, 'Another character of yours is in the world.', 'Client and shard lost step.'),
  ...from(3_000_016, 'The client could not reach the shard.', 'The client could not reach the shard.'),
  ...from(3_000_018, 'Wrong password of the character.', 'There is no such character.'),
  ...from(3_000_020, 'That character is being played.', 'That character is too young to be deleted.'),
  ...from(3_000_022, 'That character is about to be saved.', 'The shard could not do that.'),
  ...from(3_000_034, 'Somebody plays with this account.', 'This account is blocked.'),
  ...from(3_000_036, 'Wrong account or password.', 'The shard cannot be reached.'),
  ...from(1_161_061, 'Wait from ~1_MIN~ to ~2_MAX~ seconds.', 'Wait from ~1_MIN~ to ~2_MAX~ seconds.'),
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
  ...from(1_075_616, 'Chance to hit', 'Faster casting', 'Faster recovery after casting', 'More damage'),
  ...from(1_075_620, 'Chance to be missed', 'Less mana'),
  [1_075_625, 'Fewer reagents'],
  ...from(1_075_628, 'More damage of spells', 'Faster swings'),
  // Places of the bar at the top.
  [3_000_129, 'Journal'],
  [3_000_131, 'Chat'],
  ...from(3_000_133, 'Paperdoll', 'Help'),
  ...from(3_000_430, 'Map', 'Backpack'),
  [1_015_233, 'world map'],
  [1_042_237, 'Debug'],
  [1_079_449, 'Info'],
  [1_158_008, 'Store'],
  [1_158_390, 'Chat with all'],
  [3_000_169, 'Network'],
  // What hands cannot do.
  ...from(3_000_267, 'You cannot pick that up.', 'That is too far away.', 'That is out of sight.'),
  ...from(3_000_270, 'That is not yours.', 'You hold something already.'),
  // Dyes, and custom houses.
  [1_042_295, 'That colour is not to be had.'],
  [1_061_039, 'At most ~1_PARTS~ parts and ~2_FITTINGS~ fittings.'],
  ...from(1_062_113, 'Whole', 'Parts'),
  // Menus of people and things, which the server names by these numbers.
  [3_006_123, 'Open paperdoll'],
  [3_006_135, 'Eat'],
  [3_006_145, 'Open backpack'],
  [1_077_728, 'Trade'],
]);
