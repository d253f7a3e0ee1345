import type { Decoration } from '../../worldgen/decoration.ts';
import type { Context } from '../context.ts';
import { Door, Item, Light, Sign, Teleporter } from './item.ts';
import { makeGraphic, makeItem } from './make-item.ts';

/** Furnishes a new world: doors, signs, lights, ways from one place to another, and what stands about. */
export function decorate(ctx: Context, decorations: readonly Decoration[]): void {
  for (const decoration of decorations) placeDecoration(ctx, decoration);
}

function placeDecoration(ctx: Context, decoration: Decoration): void {
  const { world } = ctx;
  const { facet, graphic, hue, kind, movable, text, x, y, z } = decoration;
  if (!world.sectors.contains(facet, x, y)) return;
  const item = makeDecoration(ctx, decoration);
  const state = world.require(item, Item);
  state.graphic = graphic;
  state.fixed = movable !== true;
  if (hue !== undefined) state.hue = hue;
  if (kind === 'sign') world.set(item, Sign, { words: text ?? '' });
  if (kind === 'teleporter' && decoration.target !== undefined)
    world.set(item, Teleporter, decoration.target);
  if (kind === 'light') world.set(item, Light, { lit: true });
  if (kind === 'door' && !world.has(item, Door)) {
    world.set(item, Door, { closedGraphic: graphic, openGraphic: graphic + 1 });
  }
  world.place(item, facet, x, y, z);
}

/** By its template if it has one that looks so, else by its graphic alone. */
function makeDecoration(ctx: Context, { graphic, kind, template }: Decoration): number {
  const known =
    template === undefined ? ctx.content.items.byGraphic(graphic) : ctx.content.items.byId(template);
  const isNeeded = template !== undefined || kind === 'door' || kind === 'container' || kind === 'light';
  return known !== undefined && isNeeded ? makeItem(ctx, known.id) : makeGraphic(ctx, graphic);
}
