import type * as packets from '../protocol/index.ts';
import type { Context } from '../rules/context.ts';
import { isMobile } from '../rules/kinds.ts';
import { Mobile } from '../rules/mobiles/mobile.ts';
import { Item } from '../rules/things/item.ts';
import { nameOf, templateOf } from '../rules/things/template.ts';
import { contentsWeight, itemWeight } from '../rules/things/weight.ts';

/** Texts of every client's language file: prefix, name and suffix of a mobile; any text; weight; what a container has. */
const MOBILE_NAME = 1050045;
const ANY_TEXT = 1042971;
const WEIGHT_ONE = 1072788;
const WEIGHT = 1072789;
const CONTENTS = 1073841;

/** The tooltip of an object; null for one that has none. */
export function propertyList(ctx: Context, serial: number): packets.PropertyListIn | null {
  const lines = isMobile(serial) ? mobileLines(ctx, serial) : itemLines(ctx, serial);
  return lines === null ? null : { serial, revision: revisionOf(lines), lines };
}

function mobileLines(ctx: Context, serial: number): packets.PropertyLineIn[] | null {
  const mobile = ctx.world.get(serial, Mobile);
  if (mobile === undefined) return null;
  const title = mobile.title === '' ? ' ' : `, ${mobile.title}`;
  return [{ cliloc: MOBILE_NAME, arguments: ` \t${mobile.name}\t${title}` }];
}

function itemLines(ctx: Context, serial: number): packets.PropertyLineIn[] | null {
  if (!ctx.world.has(serial, Item)) return null;
  const lines: packets.PropertyLineIn[] = [{ cliloc: ANY_TEXT, arguments: nameOf(ctx, serial) }];
  const stones = Math.ceil(itemWeight(ctx, serial));
  const container = templateOf(ctx, serial)?.container;
  if (container !== undefined) {
    const count = ctx.world.closureOf(serial).length - 1;
    lines.push({
      cliloc: CONTENTS,
      arguments: `${count}\t${container.maxItems}\t${Math.ceil(contentsWeight(ctx, serial))}`,
    });
  } else if (!ctx.world.require(serial, Item).fixed) {
    lines.push({ cliloc: stones === 1 ? WEIGHT_ONE : WEIGHT, arguments: String(stones) });
  }
  return lines;
}

/** A number that changes with the contents; bit 30 is always set, as clients expect. */
function revisionOf(lines: readonly packets.PropertyLineIn[]): number {
  let hash = 0;
  for (const { cliloc, arguments: words } of lines) {
    hash = Math.imul(hash ^ cliloc, 0x01000193);
    for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  }
  return ((hash & 0x3fffffff) | 0x40000000) >>> 0;
}
