import type { Rng } from '@gommog/core';
import type { Context } from '../rules/context.ts';
import type { Event } from '../rules/events.ts';
import type { Intent } from '../rules/intents.ts';
import { boxesOf, TradeBox } from '../rules/trade/trade-box.ts';

/** What people do in trades by chance, and the disk beneath them, which is sometimes slow and sometimes fails. */
export class TradeFuzz {
  readonly #ctx: Context;
  readonly #rng: Rng;
  /** Boxes of trades that are sealed and not durable yet. */
  #sealed: number[] = [];

  constructor(ctx: Context, rng: Rng) {
    this.#ctx = ctx;
    this.#rng = rng;
  }

  note(events: readonly Event[]): void {
    for (const event of events) if (event.kind === 'trade-sealed') this.#sealed.push(event.box);
  }

  /** A click in a trade's window, mostly in one of its own; or news of the disk. */
  intent(mobile: number): Intent {
    const rng = this.#rng;
    const { world } = this.#ctx;
    if (this.#sealed.length > 0 && rng.chance(0.4)) {
      const [box] = this.#sealed.splice(rng.between(0, this.#sealed.length - 1), 1);
      return { kind: 'settle-trade', box: box! };
    }
    if (rng.chance(0.02))
      return { kind: 'set-pressure', pressure: rng.pick(['none', 'none', 'high', 'critical']) };
    const all: number[] = [];
    world.each(TradeBox, (serial) => all.push(serial));
    // What is not sealed is settled by nobody.
    if (all.length > 0 && rng.chance(0.02)) return { kind: 'settle-trade', box: rng.pick(all) };
    const own = boxesOf(world, mobile);
    const boxes = own.length > 0 && rng.chance(0.9) ? own : all;
    const box = boxes.length === 0 ? 0 : rng.pick(boxes);
    if (rng.chance(0.08)) return { kind: 'cancel-trade', mobile, box };
    return { kind: 'accept-trade', mobile, box, accepted: rng.chance(0.95) };
  }
}
