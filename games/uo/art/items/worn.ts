import type { Recipe } from '../graphics.ts';
import { RAMPS } from '../palette.ts';
import * as clothes from './clothes-cuts.ts';
import type { Cut } from './garment.ts';
import * as headgear from './headgear-cuts.ts';
import { earrings, hair, necklace, ringOf, shield } from './jewelry-and-shields.ts';
import { stuffOf } from './stuffs.ts';

const { blue, dirt, fire, gold, grass, iron, oak, red, wood } = RAMPS;

/** By a word of the name; the first that fits. */
const CUTS: readonly (readonly [pattern: RegExp, cut: Cut])[] = [
  [/coif|hood(?!ed)/, headgear.coif],
  [/norse helm|orc helm/, headgear.horned],
  [/bascinet|bone helm|leather cap$/, headgear.openHelm],
  [/helm/, headgear.helm],
  [/gorget/, headgear.gorget],
  [/gloves/, clothes.gloves],
  [/sleeves|arms|clothing a$/, clothes.arms],
  [/leggings|legs|long pants|dress pants|hakama|clothing l$/, clothes.trousers(30)],
  [/short pants|shorts|panties/, clothes.trousers(17)],
  [/skirt|kilt|surong|sarong|clothing k$/, clothes.skirt],
  [/bustier|breastplate|vest|teddy|swim/, clothes.torso],
  [/thigh boots|ninja tall/, clothes.boots(28)],
  [/boots/, clothes.boots(18)],
  [/sandal|tabi/, clothes.sandals],
  [/shoes(?! horse)/, clothes.boots(9)],
  [/robe|shroud|cassock|kimono|gown/, clothes.robe],
  [/dress boots/, clothes.boots(18)],
  [/dress shirt/, clothes.sleeved],
  [/dress/, clothes.dress],
  [/cloak|cape|train|wings/, clothes.cloak],
  [/full apron/, clothes.apron],
  [/half apron|apron/, clothes.halfApron],
  [/sash/, clothes.sash],
  [/belt|obi/, clothes.belt],
  [/shirt|doublet|surcoat|jin-baori|jester suit|clothing c$/, clothes.sleeved],
  [
    /leather armor|studded armor|plate armor|ringmail armor|bone armor|platemail|tunic|decorative armor/,
    clothes.torso,
  ],
  [/wizard/, headgear.wizardHat],
  [/jester'?s? (hat|cap)/, headgear.jesterHat],
  [/feathered hat|tricorne/, headgear.brimmed(10, 15, true)],
  [/kasa|tall straw/, headgear.brimmed(12, 18, false)],
  [/hat/, headgear.brimmed(9, 17, false)],
  [/bonnet|cap$|skullcap/, headgear.cap],
  [/bandana/, headgear.bandana],
  [/garland|crown/, headgear.garland],
  [/bear mask/, headgear.mask(dirt, false, true)],
  [/deer mask/, headgear.mask(oak, true, true)],
  [/orc mask/, headgear.mask(grass, false, true)],
  [/halloween/, headgear.mask(fire, false, false)],
  [/mask/, headgear.mask(wood, true, false)],
];

export const drawWorn: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (kind === 'shield' || (kind !== 'wall-hanging' && name.endsWith('shield'))) return shield(graphic);
  if (kind === 'hair') return hair(id);
  if (kind === 'jewelry' || /talisman/.test(name)) {
    if (/ring$/.test(name)) return ringOf(gold, 5, 1.4, blue);
    if (name.includes('bracelet')) return ringOf(gold, 9, 1.8, null);
    if (name.includes('earring')) return earrings(gold);
    return necklace(
      name.includes('silver') ? iron : name.includes('bead') ? red : gold,
      name.includes('bead'),
    );
  }
  const wearable =
    kind === 'armour' ||
    kind === 'clothing' ||
    /mask|platemail|armor|boots|robe|gown|dress$|apron/.test(name);
  if (!wearable || /scroll|display|stand/.test(name)) return null;
  const cut = CUTS.find(([pattern]) => pattern.test(name));
  if (cut !== undefined) {
    const picture = cut[1](stuffOf(graphic));
    return picture;
  }
  return kind === 'armour' || kind === 'clothing' ? clothes.sleeved(stuffOf(graphic)) : null;
};
