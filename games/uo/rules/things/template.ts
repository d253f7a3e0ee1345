import type { ItemTemplate } from '../../content/index.ts';
import type { Context } from '../context.ts';
import { Item, ItemName } from './item.ts';

/** The template of an item; undefined for one that staff made from a bare graphic. */
export function templateOf(ctx: Context, item: number): ItemTemplate | undefined {
  return ctx.content.items.byNumber(ctx.world.require(item, Item).template);
}

/** What an item is called: its own name, its template's, or what the client files call its graphic. */
export function nameOf(ctx: Context, item: number): string {
  const own = ctx.world.get(item, ItemName)?.name;
  if (own !== undefined) return own;
  const { graphic, amount } = ctx.world.require(item, Item);
  const name = templateOf(ctx, item)?.name;
  if (name === undefined) return ctx.tileData.itemName(graphic);
  if (amount > 1) return `${amount} ${name.many ?? name.one}`;
  return name.article === undefined || name.article === '' ? name.one : `${name.article} ${name.one}`;
}
