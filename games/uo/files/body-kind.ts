/** How the actions of a body are numbered, and so how many records it has. */
export type BodyKind = 'monster' | 'animal' | 'people';

/** Actions of a body of a kind. Source: reference section 20.13. */
export const ACTIONS_OF: Readonly<Record<BodyKind, number>> = { monster: 22, animal: 13, people: 35 };
/** Directions that files have; the other three are these mirrored. */
export const DIRECTIONS = 5;

/**
 * Kind of the body in a slot of anim.mul (1) or one of anim2.mul to anim5.mul, where nothing else says it. Source: reference section
 * 20.13, and what current clients do.
 */
export function bodyKind(slot: number, file = 1): BodyKind {
  if (file === 2) return slot < 200 ? 'monster' : 'animal';
  if (file === 3) return slot < 300 ? 'animal' : slot < 400 ? 'monster' : 'people';
  return slot < 200 ? 'monster' : slot < 400 ? 'animal' : 'people';
}

/** Number of the record of an action in a direction of a body. Below 0 for a slot that a kind cannot have. */
export function animationRecord(
  slot: number,
  action: number,
  direction: number,
  kind = bodyKind(slot),
): number {
  const first = {
    monster: slot * 110,
    animal: 22_000 + (slot - 200) * 65,
    people: 35_000 + (slot - 400) * 175,
  }[kind];
  return first + action * DIRECTIONS + direction;
}
