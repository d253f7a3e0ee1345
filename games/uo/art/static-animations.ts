import type { StaticAnimation } from './art-source.ts';
import type { Graphic } from './graphics.ts';

/** How many pictures a flickering thing has, and how long each is shown, in steps of 50 ms. */
const FRAMES = 3;
const INTERVAL = 2;

const MOVES = /^(wall sconce|wall torch|hanging lantern|candelabra|campfire|brazier|fire|forge)$/;
const UNLIT = [0x0a01, 0x09fc, 0x0a1d, 0x1f2b, 0x194e, 0x0fb1];

export interface MovingGraphic {
  readonly animation: StaticAnimation;
  /** Numbers of its further pictures, which no other graphic has, with the frame each shows. */
  readonly extra: ReadonlyMap<number, number>;
}

/**
 * Graphics that move in place: their further pictures take the numbers that follow, as far as the tables leave them free.
 */
export function movingGraphics(graphics: ReadonlyMap<number, Graphic>): ReadonlyMap<number, MovingGraphic> {
  const moving = new Map<number, MovingGraphic>();
  for (const [id, { name }] of graphics) {
    if (!MOVES.test(name) || UNLIT.includes(id)) continue;
    const extra = new Map<number, number>();
    while (extra.size < FRAMES - 1 && !graphics.has(id + extra.size + 1)) {
      extra.set(id + extra.size + 1, extra.size + 1);
    }
    if (extra.size === 0) continue;
    const offsets = [0, ...[...extra.keys()].map((number) => number - id)];
    moving.set(id, { animation: { offsets, interval: INTERVAL }, extra });
  }
  return moving;
}
