import { z } from 'zod';

const graphic = z.number().int().min(1).max(0xffff);
const facetId = z.number().int().min(0).max(255);
const coordinate = z.number().int().min(0).max(0xffff);
const height = z.number().int().min(-128).max(127);

/**
 * How a door hangs, 0 to 7: closed graphic = base + 2 * facing, open graphic = closed + 1. Facings 0 to 3 hang in a wall
 * that runs east and west, 4 to 7 in one that runs north and south.
 */
export type DoorFacing = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How far a door moves when it opens, by its facing; it moves back when it closes. Source: classic server rule. */
export const DOOR_OFFSETS: readonly (readonly [x: number, y: number])[] = [
  [-1, 1],
  [1, 1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [1, -1],
  [0, 0],
  [0, -1],
];

const facing = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** A thing that the shard places as an item when a world is new. */
export const decorationSchema = z.strictObject({
  kind: z.enum(['door', 'teleporter', 'sign', 'light', 'container', 'item']),
  /** Of a door: its graphic when closed. */
  graphic,
  facet: facetId,
  x: coordinate,
  y: coordinate,
  z: height,
  hue: z.number().int().min(0).max(3000).optional(),
  /** Only of doors. */
  doorFacing: facing.optional(),
  /** Only of teleporters: where one comes out. */
  target: z.strictObject({ facet: facetId, x: coordinate, y: coordinate, z: height }).optional(),
  /** What a sign says. */
  text: z.string().min(1).optional(),
  /** Item template, where one of the shard's own is meant. */
  template: z.string().min(1).optional(),
  /** People may lift it. Scenery without this stays where it is. */
  movable: z.boolean().optional(),
});

export const decorationsSchema = z.array(decorationSchema);

export interface Decoration {
  readonly kind: 'door' | 'teleporter' | 'sign' | 'light' | 'container' | 'item';
  readonly graphic: number;
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly hue?: number | undefined;
  readonly doorFacing?: DoorFacing | undefined;
  readonly target?: Place | undefined;
  readonly text?: string | undefined;
  readonly template?: string | undefined;
  readonly movable?: boolean | undefined;
}

export interface Place {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** An area with rules of its own. */
export const regionSchema = z.strictObject({
  name: z.string().min(1),
  facet: facetId,
  /** Half open: from (x, y), `width` by `height` tiles. */
  rects: z.array(
    z.strictObject({ x: coordinate, y: coordinate, width: coordinate.min(1), height: coordinate.min(1) }),
  ),
  /** Number of the tune that the client plays. */
  music: z.number().int().min(0).max(255).optional(),
  guarded: z.boolean().optional(),
  /** 0 bright to 30 dark, in place of the hour's light. */
  light: z.number().int().min(0).max(30).optional(),
});

export const regionsSchema = z.array(regionSchema);

export type Region = z.infer<typeof regionSchema>;
