import type { Kind } from '@gommog/core';

/** Numbers of the kinds, as `World.kindOf` gives them. */
export const PLAYER = 0;
export const LEVEL = 1;
export const SECTION = 2;

export const kinds: readonly Kind[] = [
  { name: 'player', first: 0x00000001, last: 0x0fffffff },
  { name: 'level', first: 0x10000000, last: 0x1fffffff },
  { name: 'section', first: 0x20000000, last: 0xfffffffe },
];
