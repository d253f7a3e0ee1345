import { Writer } from '@gommog/wire';

const NAME_BYTES = 17;

/**
 * The bytes of skillgrp.mul: how clients sort skills in their window. The first group, of whatever fits no other, has no name in
 * the file; `groupOf` has the group of each skill by number.
 */
export function encodeSkillGroups(names: readonly string[], groupOf: readonly number[]): Uint8Array {
  const w = new Writer(4 + names.length * NAME_BYTES + groupOf.length * 4);
  w.u4le(names.length + 1);
  for (const name of names) w.paddedText(name, NAME_BYTES, 'ASCII');
  for (const group of groupOf) w.u4le(group);
  return w.bytes();
}
