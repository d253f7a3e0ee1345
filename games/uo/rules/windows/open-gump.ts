import type { Context } from '../context.ts';
import { Gumps } from '../mobiles/mobile.ts';
import type { GumpLayout } from './gump-layout.ts';

/** Gumps a person may have open; the oldest is forgotten, and an answer to it is ignored. */
const MAX_OPEN = 16;
/** Numbers of kinds of gumps: one for each purpose, above what clients give a meaning of their own. */
const FIRST_KIND = 0x4700_0000;

/**
 * Opens a gump for a person, in place of an older one of the same purpose. `purpose` names who takes the answer (see
 * `gumps.ts`); `data` is kept for it.
 */
export function openGump(
  ctx: Context,
  mobile: number,
  purpose: string,
  layout: GumpLayout,
  data: Readonly<Record<string, unknown>> = {},
): void {
  const gumps = ctx.world.get(mobile, Gumps) ?? ctx.world.set(mobile, Gumps, {});
  gumps.next = (gumps.next + 1) >>> 0;
  const serial = gumps.next;
  const gump = kindOf(purpose);
  const { buttons, switches, entries } = layout;
  const others = gumps.open.filter((each) => each.gump !== gump).slice(1 - MAX_OPEN);
  if (others.length < gumps.open.length) ctx.emit({ kind: 'gump-closed', mobile, gump });
  gumps.open = [...others, { serial, gump, purpose, data, buttons, switches, entries }];
  ctx.emit({
    kind: 'gump-opened',
    mobile,
    serial,
    gump,
    x: 50,
    y: 50,
    layout: layout.layout,
    lines: layout.lines,
  });
}

/** The same purpose always has the same number, on every shard. */
function kindOf(purpose: string): number {
  let hash = 0;
  for (const letter of purpose) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) & 0xff_ffff;
  return FIRST_KIND + hash;
}
