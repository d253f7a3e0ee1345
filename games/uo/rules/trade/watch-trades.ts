import type { System } from '@gommog/core';
import type { Context } from '../context.ts';
import { endTrade } from './end-trade.ts';
import { whyNoTrade } from './may-trade.ts';
import { contentsOf, partnerOf, TradeBox, unmark } from './trade-box.ts';

/**
 * Holds trades to their rules at the end of each step, whatever happened in it: those whose people have moved apart, died or
 * are no longer seen are ended, and a mark under an offer that has changed in any way (burnt down, removed by staff) is void.
 */
export const watchTrades: System<Context> = {
  name: 'watch-trades',
  run(ctx) {
    const { world } = ctx;
    const open: number[] = [];
    world.each(TradeBox, (box, { sealed }) => {
      if (!sealed) open.push(box);
    });
    for (const box of open) {
      const state = world.get(box, TradeBox);
      if (state === undefined) continue;
      if (whyNoTrade(ctx, state.owner, partnerOf(world, box)) !== null) endTrade(ctx, box);
      else if (state.accepted && state.acceptedContents !== contentsOf(ctx, box)) unmark(ctx, box);
    }
  },
};
