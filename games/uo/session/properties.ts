import type { Context } from '../rules/context.ts';
import { isMobile } from '../rules/kinds.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { Item } from '../rules/things/item.ts';
import { nameOf, templateOf } from '../rules/things/template.ts';
import { contentsWeight, itemWeight } from '../rules/things/weight.ts';

/** One thing that a tooltip tells. Weights are in whole stones. */
export type Property =
  | { readonly kind: 'person'; readonly name: string; readonly title: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'weight'; readonly stones: number }
  | { readonly kind: 'contents'; readonly count: number; readonly most: number; readonly stones: number };

/** What the tooltip of an object tells, the name first; null for one that has none. */
export function propertiesOf(ctx: Context, serial: number): readonly Property[] | null {
  return isMobile(serial) ? ofMobile(ctx, serial) : ofItem(ctx, serial);
}

function ofMobile(ctx: Context, serial: number): Property[] | null {
  const mobile = ctx.world.get(serial, Mobile);
  return mobile === undefined ? null : [{ kind: 'person', name: mobile.name, title: mobile.title }];
}

function ofItem(ctx: Context, serial: number): Property[] | null {
  const item = ctx.world.get(serial, Item);
  if (item === undefined) return null;
  const properties: Property[] = [{ kind: 'name', name: nameOf(ctx, serial) }];
  const container = templateOf(ctx, serial)?.container;
  if (container !== undefined) {
    const count = ctx.world.closureOf(serial).length - 1;
    const stones = Math.ceil(contentsWeight(ctx, serial));
    properties.push({ kind: 'contents', count, most: container.maxItems, stones });
  } else if (!item.fixed) properties.push({ kind: 'weight', stones: Math.ceil(itemWeight(ctx, serial)) });
  return properties;
}
