import type { Context } from '../context.ts';
import type { Equip } from '../intents.ts';
import { Mobile } from '../mobiles/mobile.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { isStaff } from '../staff/access.ts';
import { returnHeldItem } from './held-item.ts';
import { Layer, Origin } from './item.ts';
import { moveToLayer } from './move-item.ts';

import { templateOf } from './template.ts';
import { heldBy, wornOn } from './worn.ts';

/** Puts the item in hand on. The layer is the template's: what the client asks for does not count. */
export function equip(ctx: Context, intent: Equip): void {
  const { mobile, item } = intent;
  if (heldBy(ctx.world, mobile) !== item || item === 0) {
    ctx.emit({ kind: 'drop-refused', mobile, item });
    return;
  }
  const code = whyNot(ctx, intent);
  if (code !== null) {
    refuse(ctx, mobile, code);
    ctx.emit({ kind: 'drop-refused', mobile, item });
    returnHeldItem(ctx, mobile);
    return;
  }
  ctx.world.remove(item, Origin);
  moveToLayer(ctx, item, intent.onto, templateOf(ctx, item)!.layer!);
  ctx.emit({ kind: 'drop-accepted', mobile });
  ctx.emit({ kind: 'status-changed', mobile });
}

function whyNot(ctx: Context, { mobile, item, onto }: Equip): Refusal | null {
  const { world } = ctx;
  if (!world.has(onto, Mobile)) return 'cannot-wear';
  if (onto !== mobile && !isStaff(ctx, mobile)) return 'not-yours';
  const template = templateOf(ctx, item);
  const layer = template?.layer;
  if (template === undefined || layer === undefined || layer === Layer.held || layer > Layer.innerLegs)
    return 'cannot-wear';
  if (wornOn(world, onto, layer) !== 0) return 'layer-taken';
  return handsConflict(ctx, onto, item, layer) ? 'hands-full' : null;
}

/** A weapon for two hands leaves none for another; a shield, which is on the same layer, does. */
function handsConflict(ctx: Context, mobile: number, item: number, layer: number): boolean {
  if (layer === Layer.twoHanded) {
    return isTwoHandedWeapon(ctx, item) && wornOn(ctx.world, mobile, Layer.oneHanded) !== 0;
  }
  if (layer !== Layer.oneHanded) return false;
  const other = wornOn(ctx.world, mobile, Layer.twoHanded);
  return other !== 0 && isTwoHandedWeapon(ctx, other);
}

function isTwoHandedWeapon(ctx: Context, item: number): boolean {
  const template = templateOf(ctx, item);
  return template?.layer === Layer.twoHanded && template.tags.includes('weapon');
}
