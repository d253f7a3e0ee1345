import type { Context } from '../rules/context.ts';
import { isMobile } from '../rules/kinds.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { Item } from '../rules/things/item.ts';
import { nameOf } from '../rules/things/template.ts';

/** The name under which something speaks; empty for what is not there any more. */
export function speakerName(ctx: Context, serial: number): string {
  if (isMobile(serial)) return ctx.world.get(serial, Mobile)?.name ?? '';
  return ctx.world.has(serial, Item) ? nameOf(ctx, serial) : '';
}
