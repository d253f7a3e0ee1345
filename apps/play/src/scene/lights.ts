import type { WorldModel } from '../model/world-model.ts';
import { screenX, screenY } from './projection.ts';

interface Lamp {
  readonly x: number;
  readonly y: number;
}

/** Pixels from a lamp at which its light ends. */
const REACH = 190;
/** How dark the darkest night is drawn: one still sees where one walks. */
const NIGHT = 0.22;
/** Level of the shard at which it is darkest. */
const DARKEST = 30;

/** How bright it is where: daylight, and lamps around. */
export class Lights {
  #day = 1;
  #lamps: Lamp[] = [];

  gather(world: WorldModel): void {
    this.#day = 1 - (Math.min(DARKEST, world.light) / DARKEST) * (1 - NIGHT);
    this.#lamps = [];
    if (this.#day >= 1) return;
    for (const { light, x, y, z } of world.ground.values()) {
      if (light !== 0) this.#lamps.push({ x: screenX(x, y), y: screenY(x, y, z) });
    }
  }

  /** 0 dark to 1 as drawn, at a point of the scene. */
  at(x: number, y: number): number {
    let light = this.#day;
    for (const lamp of this.#lamps) {
      const far = Math.hypot(x - lamp.x, (y - lamp.y) * 1.4) / REACH;
      if (far < 1) light += (1 - far) * (1 - this.#day);
    }
    return Math.min(1, light);
  }
}
