import type { World } from '@gommog/core';
import type { ItemWhere, Place } from './events.ts';

/** Where an item is, for an event that tells it later. Throws when it is nowhere. */
export function itemWhere(world: World, item: number): ItemWhere {
  const placement = world.placement(item);
  if (placement === undefined) throw new Error(`item ${item} is nowhere`);
  const { parent, facet, x, y, z, slot } = placement;
  return { parent, facet, x, y, z, slot };
}

/** The tile where an entity is: its own, or that of its outermost holder. Null when that is not in the world. */
export function placeOf(world: World, serial: number): Place | null {
  const placement = world.placement(world.rootOf(serial));
  if (placement === undefined) return null;
  const { facet, x, y, z } = placement;
  return { facet, x, y, z };
}

/** Chebyshev distance in tiles, as the client counts; Infinity across facets. */
export function distance(a: Place, b: Place): number {
  if (a.facet !== b.facet) return Number.POSITIVE_INFINITY;
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}
