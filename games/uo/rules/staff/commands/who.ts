import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import { Mobile, Presence } from '../../mobiles/mobile.ts';
import { teleport } from '../../movement/teleport.ts';
import { notices } from '../../sight/notice.ts';
import { placeOf } from '../../where.ts';
import { GumpLayout } from '../../windows/gump-layout.ts';
import type { GumpAnswer } from '../../windows/gumps.ts';
import { openGump } from '../../windows/open-gump.ts';
import type { Command } from '../command.ts';

const ROWS = 15;

export const who: Command = {
  name: 'who',
  access: AccessLevel.counselor,
  usage: '',
  summary: 'Lists who is in the world; the arrow takes you there.',
  run(ctx, mobile) {
    const present: number[] = [];
    ctx.world.each(Presence, (serial) => {
      if (notices(ctx.world, mobile, serial)) present.push(serial);
    });
    const layout = new GumpLayout().page(0).background(0, 0, 380, 420);
    layout.text(20, 15, 0x480, `${present.length} in the world`);
    present.forEach((serial, i) => {
      const row = i % ROWS;
      const page = 1 + Math.floor(i / ROWS);
      if (row === 0) {
        layout.page(page);
        if (page > 1) layout.turn(300, 15, page - 1, 4014, 4016);
        if (present.length > page * ROWS) layout.turn(335, 15, page + 1);
      }
      const { facet, x, y } = ctx.world.placement(serial)!;
      const linkLost = ctx.world.require(serial, Presence).session === 0 ? ' (link lost)' : '';
      layout.button(20, 45 + row * 24, i + 1);
      layout.cropped(60, 45 + row * 24, 170, 20, 0x480, ctx.world.require(serial, Mobile).name + linkLost);
      layout.text(240, 45 + row * 24, 0x3b2, `${x}, ${y} (${facet})`);
    });
    openGump(ctx, mobile, 'staff-who', layout, { present });
    return '';
  },
};

export function onWho(
  ctx: Context,
  mobile: number,
  answer: GumpAnswer,
  data: Readonly<Record<string, unknown>>,
): void {
  const { present } = data as { present: readonly number[] };
  const at = placeOf(ctx.world, present[answer.button - 1] ?? 0);
  if (at !== null) teleport(ctx, mobile, at);
}
