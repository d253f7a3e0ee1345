import type { Behaviour } from './behaviour.ts';
import { rollDice } from './dice.ts';
import { useDoor } from './door.ts';
import { eat } from './food.ts';
import { toggleLight } from './light.ts';
import { openContainer } from './open-container.ts';
import { readBook } from './read-book.ts';
import { useScissors } from './scissors.ts';

/** The names that item templates may give under `use`. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  'open-container': openContainer,
  'read-book': readBook,
  dice: rollDice,
  door: useDoor,
  eat,
  light: toggleLight,
  scissors: useScissors,
};
