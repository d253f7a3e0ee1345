/** What the client may show (0xB9): all expansions up to Endless Journey, and live account, with chat's bit left out. */
export const FEATURES = 0xff92d8 | 0x8000;

/** Bits of the character list: context menus, object properties as tooltips, six and seven slots, elves, samurai and ninja. */
export const CHARACTER_LIST_FLAGS = 0x0008 | 0x0020 | 0x0040 | 0x0080 | 0x0100 | 0x1000;
