import type { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { RAMPS } from '../palette.ts';
import { BLADES, bladed } from './blades.ts';
import { SHAFTED, shafted } from './shafted.ts';
import { arrow, bow, crossbow, fan } from './shooting.ts';

const { brick, ink, iron, oak } = RAMPS;

/** Weapons, and tools of the same make. Flipped graphics are the others mirrored. */
export const drawWeapons: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  if (
    !['weapon', 'tool', 'ammo', 'tableware', 'resource'].includes(kind) &&
    !/knife|hammer|shovel/.test(name)
  )
    return null;
  const picture = weapon(graphic);
  return picture !== null && id % 2 === 1 ? picture.mirrored() : picture;
};

function weapon(graphic: Graphic): Canvas | null {
  const { kind, name } = graphic;
  if (/scroll|book|mask|statue|halloween/.test(name)) return null;
  if (name === 'tessen') return fan();
  if (/arrow west|^arrow$|^arrows$/.test(name)) return arrow(name === 'arrows' ? 4 : 1, false);
  if (/bolts?$/.test(name) && name.includes('crossbow')) return arrow(name.endsWith('s') ? 4 : 1, true);
  if (/repeating crossbow/.test(name)) return crossbow(0.9, true);
  if (/heavy crossbow/.test(name)) return crossbow(1.15, false);
  if (/crossbow/.test(name)) return crossbow(1, false);
  if (/composite bow/.test(name)) return bow(44, 11, brick);
  if (/^yumi/.test(name)) return bow(56, 10, ink);
  if (/^bow$/.test(name)) return bow(50, 12, oak);
  if (/draw knife|inshave|froe|scorp/.test(name)) return null;
  const shaft = SHAFTED.find(([word]) => name.includes(word));
  if (shaft !== undefined && (kind !== 'resource' || /pick/.test(name))) return shaft[1]();
  const blade = BLADES.find(([word]) => name === word || name.includes(word));
  if (blade !== undefined && !name.includes('saw')) {
    if (name === 'knife' && kind === 'tableware')
      return bladed({ long: 13, wide: 3, grip: 9, guard: 0, hilt: iron });
    return bladed(blade[1]);
  }
  if (name.includes('shovel'))
    return shafted(38, (d, top) =>
      d.plate(
        [
          [top - 2, -5],
          [top + 6, -5],
          [top + 11, 0],
          [top + 6, 5],
          [top - 2, 5],
        ],
        iron,
      ),
    );
  return null;
}
