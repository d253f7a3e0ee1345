import type { Context } from '../context.ts';
import type { SetPressure } from '../intents.ts';
import { refuse } from '../refusals.ts';
import { TradeBox } from './trade-box.ts';

/** The disk keeps up, or does not. Those whose trade is sealed are told that it has to wait. */
export function setPressure(ctx: Context, { pressure }: SetPressure): void {
  ctx.pressure = pressure;
  if (pressure !== 'critical') return;
  ctx.world.each(TradeBox, (_box, { owner, sealed }) => {
    if (sealed) refuse(ctx, owner, 'trade-waits');
  });
}
