import { type KitItem, races } from '../../content/index.ts';
import type { Context } from '../context.ts';
import type { CreateCharacter } from '../intents.ts';
import { Layer } from '../things/item.ts';
import { giveItem, makeItem } from '../things/make-item.ts';
import { moveToLayer } from '../things/move-item.ts';
import { wornOn } from '../things/worn.ts';
import { chooseHue, type Looks } from './looks.ts';

/** A new character's clothes, and what it has in its backpack: a little for everyone, and what its calling needs. */
export function dress(ctx: Context, mobile: number, intent: CreateCharacter, looks: Looks): void {
  const { kits } = ctx.content.creation;
  const race = races[intent.race] ?? 'human';
  moveToLayer(ctx, makeItem(ctx, kits.backpack), mobile, Layer.backpack);
  for (const piece of kits.clothes[race][intent.female ? 'female' : 'male']) {
    const item = makePiece(ctx, piece, looks);
    const layer = ctx.content.items.byId(piece.template)?.layer;
    if (layer === undefined || wornOn(ctx.world, mobile, layer) !== 0) giveItem(ctx, mobile, item);
    else moveToLayer(ctx, item, mobile, layer);
  }
  const give = (items: readonly KitItem[]): void => {
    for (const piece of items) giveItem(ctx, mobile, makePiece(ctx, piece, looks));
  };
  give(kits.everyone);
  const profession = kits.professions.find(({ number }) => number === intent.profession);
  if (profession !== undefined) give(profession.items);
  for (const { skill } of intent.skills) give(kits.skills[ctx.content.skills[skill]!.id] ?? []);
}

function makePiece(ctx: Context, { template, amount, hue }: KitItem, looks: Looks): number {
  const { clothHues } = ctx.content.creation.looks;
  const chosen =
    hue === 'shirt'
      ? looks.shirtHue
      : hue === 'pants'
        ? looks.pantsHue
        : hue === 'random'
          ? chooseHue(ctx, 0, clothHues)
          : hue;
  const stackable = ctx.content.items.byId(template)?.stackable ?? false;
  return makeItem(ctx, template, {
    amount: stackable ? amount : 1,
    ...(chosen === undefined ? {} : { hue: chosen }),
  });
}
