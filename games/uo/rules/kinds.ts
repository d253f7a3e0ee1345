import type { Kind } from '@gommog/core';

/** Numbers of the kinds, as `World.kindOf` gives them. */
export const MOBILE = 0;
export const ITEM = 1;
export const ACCOUNT = 2;

/**
 * Serial ranges. Clients take serials up to 0x3FFFFFFF for mobiles and up to 0x7FFFFFFF for items, and make up their own near
 * the end of the items' range. Accounts lie beyond both: no packet can name one.
 */
export const kinds: readonly Kind[] = [
  { name: 'mobile', first: 0x00000001, last: 0x3fffffff },
  { name: 'item', first: 0x40000000, last: 0x7effffff },
  { name: 'account', first: 0x80000000, last: 0xfffffffe },
];

export function isMobile(serial: number): boolean {
  return serial >= 0x00000001 && serial <= 0x3fffffff;
}

export function isItem(serial: number): boolean {
  return serial >= 0x40000000 && serial <= 0x7fffffff;
}
