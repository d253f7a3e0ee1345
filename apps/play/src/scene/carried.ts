import { type Ground, TileFlag } from '@gommog/uo/movement';
import { shownAt } from '../model/mobile-model.ts';
import type { WorldModel } from '../model/world-model.ts';
import { MOST_CARRIED } from './gl/shaders.ts';
import { LAMP_REACH } from './lamps.ts';
import { screenX, screenY } from './projection.ts';

/** Layers of what is held in hands. */
const HANDS = new Set([1, 2]);

/** A light in somebody's hand: a point of the scene, and one divided by how far it reaches in pixels. */
export type Carried = readonly [x: number, y: number, perPixel: number];

/** Torches and lanterns that people carry, those nearest to the person first; no more than can be drawn. */
export function carriedLights(world: WorldModel, { tileData }: Ground, nowMs: number): readonly Carried[] {
  const { me, mobiles } = world;
  if (me === undefined || world.light === 0) return NONE;
  const found: { readonly far: number; readonly light: Carried }[] = [];
  for (const mobile of mobiles.values()) {
    const isLit = mobile.worn.some(
      ({ graphic, layer }) => HANDS.has(layer) && (tileData.itemFlags(graphic) & TileFlag.lightSource) !== 0,
    );
    if (!isLit) continue;
    const { x, y, z } = shownAt(mobile, nowMs);
    found.push({
      far: Math.max(Math.abs(x - me.x), Math.abs(y - me.y)),
      light: [Math.round(screenX(x, y)), Math.round(screenY(x, y, z)), 1 / LAMP_REACH],
    });
  }
  if (found.length === 0) return NONE;
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_CARRIED)
    .map(({ light }) => light);
}

const NONE: readonly Carried[] = [];
