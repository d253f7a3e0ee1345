import type { Context } from '../context.ts';
import { ITEM } from '../kinds.ts';
import { Door, Item } from '../things/item.ts';
import type { Ground, Obstacle } from './obstacles.ts';
import { canFit, layAt, standAt as standOn } from './place.ts';
import { averageLandZ, PERSON_HEIGHT } from './surfaces.ts';

/** Height of most things that are put down, in z units. */
const THING_HEIGHT = 1;

const grounds = new WeakMap<Context, Map<number, Ground>>();

/** A facet with what the world has put on it: items that nobody can lift, doors among them. */
export function groundOf(ctx: Context, facet: number): Ground {
  let byFacet = grounds.get(ctx);
  if (byFacet === undefined) {
    byFacet = new Map();
    grounds.set(ctx, byFacet);
  }
  let ground = byFacet.get(facet);
  if (ground === undefined) {
    const terrain = ctx.facets.get(facet);
    if (terrain === undefined) throw new Error(`there is no facet ${facet}`);
    ground = { terrain, tileData: ctx.tileData, obstacles: { at: (x, y) => obstaclesAt(ctx, facet, x, y) } };
    byFacet.set(facet, ground);
  }
  return ground;
}

const NOTHING: readonly Obstacle[] = [];

function obstaclesAt(ctx: Context, facet: number, x: number, y: number): readonly Obstacle[] {
  let found: Obstacle[] | null = null;
  ctx.world.eachNear(facet, x, y, 0, ITEM, (item) => {
    const { fixed, graphic } = ctx.world.require(item, Item);
    if (!fixed) return;
    found ??= [];
    found.push({ graphic, z: ctx.world.placement(item)!.z, isDoor: ctx.world.has(item, Door) });
  });
  return found ?? NOTHING;
}

/** Is there room for a thing at a place, and something to carry it? */
export function canFitAt(ctx: Context, facet: number, x: number, y: number, z: number): boolean {
  return canFit(groundOf(ctx, facet), x, y, z, THING_HEIGHT);
}

/** Where a thing comes to lie that a person standing at `feetZ` puts on a tile: on a table, on the floor; null for nowhere. */
export function restingZ(ctx: Context, facet: number, x: number, y: number, feetZ: number): number | null {
  return layAt(groundOf(ctx, facet), x, y, feetZ + PERSON_HEIGHT, THING_HEIGHT);
}

/** The height at which to put a mobile on a tile, as near to `zHint` as can be; the land's own where nothing carries it. */
export function standAt(ctx: Context, facet: number, x: number, y: number, zHint: number): number {
  const ground = groundOf(ctx, facet);
  return standOn(ground, x, y, zHint) ?? averageLandZ(ground.terrain, x, y);
}
