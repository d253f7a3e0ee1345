import { INK, RAMPS, shade } from '../../palette.ts';
import type { Matter } from '../clay.ts';
import type { Build, Pose } from '../people/skeleton.ts';
import { add, times, turned } from '../vector.ts';
import { hair, helm, hood, horns } from '../wear/heads.ts';
import { bludgeon, pole, sword } from '../wear/held.ts';
import * as m from '../wear/matters.ts';
import { all, belt, boots, type Piece, shoulders, skirt, sleeves, vest } from '../wear/pieces.ts';
import { bones, drawFace, elemental, hulk, type Monster, of } from './monster-kit.ts';

const GREEN_SKIN = of(RAMPS.moss, 0.2);
const ROT: Matter = {
  ramp: RAMPS.slate,
  bias: 0.9,
  contrast: 0.8,
  grain: (x, y) => ((x * 5 + y * 3) % 11 === 0 ? -1 : 0),
};
const GRAVE: Matter = { ramp: RAMPS.slate, bias: 0.2 };
const STOOP: Partial<Pose> = { lean: 0.32, nod: -0.2, hips: [0, -0.6, -1.6] };
const HEAVY: Partial<Build> = { shoulderHalf: 8.6, hipHalf: 3.8, upperArm: 10.6, forearm: 10.4, neck: 4.2 };
const rags = (matter: Matter): Piece => all(skirt(matter, 0.6, 1.4, 0.7), belt(m.DARK_LEATHER));
const CLUB = bludgeon('club', 15);

/** Monsters on two legs by body. */
export const MONSTERS: ReadonlyMap<number, Monster> = new Map<number, Monster>([
  [
    1,
    hulk({
      size: 1.35,
      skin: of(RAMPS.sand, -0.5),
      bulk: 1.2,
      belly: 1.25,
      face: 'brute',
      build: HEAVY,
      pieces: all(rags(m.FUR), CLUB),
      stoop: STOOP,
    }),
  ],
  [
    2,
    hulk({
      size: 1.4,
      skin: of(RAMPS.skin, -0.4),
      bulk: 1.2,
      belly: 1.15,
      face: 'brute',
      heads: 2,
      build: HEAVY,
      pieces: all(rags(m.LEATHER), CLUB),
    }),
  ],
  [
    18,
    hulk({
      size: 1.4,
      skin: of(RAMPS.skin, -0.4),
      bulk: 1.2,
      belly: 1.15,
      face: 'brute',
      heads: 2,
      build: HEAVY,
      pieces: all(rags(m.RED), bludgeon('maul', 16)),
    }),
  ],
  [
    3,
    hulk({
      skin: ROT,
      face: 'plain',
      eyes: shade(RAMPS.gold, 4),
      pieces: all(rags(m.DARK_CLOTH), sleeves({ ...m.DARK_LEATHER, bias: 0 }, 0.7)),
      stoop: { lean: 0.26, sway: 0.14, nod: 0.2, rightHand: [3, 8, -11] },
    }),
  ],
  [
    153,
    hulk({
      skin: of(RAMPS.stone, 0.3),
      face: 'skull',
      eyes: shade(RAMPS.red, 4),
      pieces: rags(m.DARK_LEATHER),
      stoop: STOOP,
    }),
  ],
  [
    154,
    hulk({
      skin: { ...m.BONE, grain: (_x, y) => (y % 3 === 0 ? -1 : 0) },
      face: 'plain',
      eyes: shade(RAMPS.jade, 4),
      loin: null,
    }),
  ],
  [
    4,
    hulk({
      size: 1.1,
      skin: of(RAMPS.stone),
      face: 'brute',
      wings: of(RAMPS.stone, -0.6),
      tail: of(RAMPS.stone),
      pieces: horns(m.BONE),
      eyes: shade(RAMPS.fire, 4),
      bulk: 1.1,
    }),
  ],
  [
    9,
    hulk({
      size: 1.3,
      skin: of(RAMPS.red, -0.2),
      face: 'brute',
      wings: of(RAMPS.red, -1),
      tail: of(RAMPS.red),
      pieces: horns(m.BONE, 3.4, 5),
      eyes: shade(RAMPS.fire, 5),
      bulk: 1.15,
      build: HEAVY,
    }),
  ],
  [
    10,
    hulk({
      size: 1.3,
      skin: of(RAMPS.brick, -0.5),
      face: 'brute',
      wings: of(RAMPS.ink, 0.4),
      tail: of(RAMPS.brick),
      pieces: all(horns(m.BONE, 3.4, 5), sword({ length: 22, heavy: true })),
      eyes: shade(RAMPS.fire, 5),
      bulk: 1.15,
      build: HEAVY,
    }),
  ],
  [
    74,
    hulk({
      size: 0.62,
      skin: of(RAMPS.red),
      face: 'plain',
      wings: of(RAMPS.red, -0.8),
      tail: of(RAMPS.red),
      pieces: horns(m.BONE, 1.4, 3),
      eyes: shade(RAMPS.gold, 5),
    }),
  ],
  [
    39,
    hulk({
      size: 0.6,
      skin: of(RAMPS.dirt, -0.2),
      face: 'rat',
      wings: of(RAMPS.dirt, -0.9),
      wingSize: 26,
      eyes: shade(RAMPS.red, 4),
      stoop: STOOP,
    }),
  ],
  [
    30,
    hulk({
      size: 0.95,
      skin: of(RAMPS.sand),
      face: 'plain',
      wings: of(RAMPS.oak, -0.4),
      wingSize: 24,
      woman: true,
      loin: of(RAMPS.oak, -0.2),
      pieces: all(hair(of(RAMPS.wood), 'wild'), boots(m.GOLD, 0.8, 0)),
    }),
  ],
  [
    128,
    hulk({
      size: 0.45,
      skin: of(RAMPS.skin, 0.6),
      face: 'plain',
      wings: of(RAMPS.jade, 1),
      wingSize: 24,
      woman: true,
      loin: of(RAMPS.leaf, 0.6),
      pieces: hair(of(RAMPS.gold, 0.5), 'long'),
    }),
  ],
  [
    17,
    hulk({
      skin: GREEN_SKIN,
      face: 'tusks',
      bulk: 1.08,
      pieces: all(
        vest(m.LEATHER, 0.8),
        rags(m.DARK_LEATHER),
        pole('war-axe', 12, 3, m.WOOD, m.DARK_IRON, true),
      ),
      stoop: STOOP,
    }),
  ],
  [41, hulk({ skin: GREEN_SKIN, face: 'tusks', bulk: 1.08, pieces: all(rags(m.FUR), CLUB), stoop: STOOP })],
  [
    7,
    hulk({
      size: 1.12,
      skin: GREEN_SKIN,
      face: 'tusks',
      bulk: 1.12,
      pieces: all(
        vest(m.CHAIN, 1),
        shoulders(m.DARK_IRON),
        rags(m.RED),
        helm(m.DARK_IRON, 'nasal', m.RED),
        sword({ length: 18, heavy: true, curve: -3 }),
      ),
      stoop: STOOP,
    }),
  ],
  [
    138,
    hulk({
      size: 1.15,
      skin: of(RAMPS.moss, -0.4),
      face: 'tusks',
      bulk: 1.15,
      pieces: all(vest(m.PLATE, 1), shoulders(m.PLATE, 3.8), rags(m.RED), pole('double', 15, 10)),
      stoop: STOOP,
    }),
  ],
  [
    140,
    hulk({
      skin: GREEN_SKIN,
      face: 'tusks',
      pieces: all(skirt(m.FUR, 1.8, 1.4), vest(m.FUR, 1.2), horns(m.BONE, 2, 4), pole('knot', 18, 17)),
      stoop: STOOP,
    }),
  ],
  [31, hulk({ skin: of(RAMPS.skin, -0.3), face: 'none', bulk: 1.12, stoop: { lean: 0.2 } })],
  [
    33,
    hulk({
      skin: of(RAMPS.leaf, 0.3),
      face: 'lizard',
      tail: of(RAMPS.leaf, 0.3),
      eyes: shade(RAMPS.gold, 5),
      pieces: rags(m.TAN),
      stoop: STOOP,
    }),
  ],
  [
    35,
    hulk({
      skin: of(RAMPS.leaf, 0.3),
      face: 'lizard',
      tail: of(RAMPS.leaf, 0.3),
      eyes: shade(RAMPS.gold, 5),
      pieces: all(rags(m.TAN), pole('spear', 18, 16)),
      stoop: STOOP,
    }),
  ],
  [
    36,
    hulk({
      skin: of(RAMPS.pine, 0.5),
      face: 'lizard',
      tail: of(RAMPS.pine, 0.5),
      eyes: shade(RAMPS.gold, 5),
      pieces: all(rags(m.RED), bludgeon('spiked', 13)),
      stoop: STOOP,
    }),
  ],
  ...[42, 44, 45].map((id, i): [number, Monster] => [
    id,
    hulk({
      size: 0.92,
      skin: of(RAMPS.dirt, 0.1),
      face: 'rat',
      tail: of(RAMPS.skin, 0),
      eyes: shade(RAMPS.red, 4),
      pieces: all(
        rags([m.LEATHER, m.RED, m.BLUE][i]!),
        i === 0 ? sword({ length: 9 }) : i === 1 ? pole('war-axe', 11, 3, m.WOOD, m.STEEL, true) : CLUB,
      ),
      stoop: STOOP,
    }),
  ]),
  [50, bones(1, m.BONE, INK)],
  [56, bones(1, m.BONE, INK, all(pole('war-axe', 12, 3, m.WOOD, m.DARK_IRON, true)))],
  [57, bones(1.04, m.BONE, shade(RAMPS.fire, 4), all(sword({ length: 17 }), helm(m.DARK_IRON, 'open')))],
  [
    147,
    bones(
      1.12,
      m.BONE,
      shade(RAMPS.fire, 4),
      all(
        vest({ ...m.PLATE, bias: -0.6 }, 0.6),
        shoulders(m.DARK_IRON),
        helm(m.DARK_IRON, 'nasal', m.RED),
        sword({ length: 20, width: 1.6 }),
      ),
    ),
  ],
  [
    148,
    bones(
      1.05,
      m.BONE,
      shade(RAMPS.jade, 4),
      all(skirt(of(RAMPS.violet, -0.4), 1.9, 1.5, 0.5), hood(of(RAMPS.violet, -0.4)), pole('knot', 18, 17)),
    ),
  ],
  [
    24,
    bones(
      1.12,
      m.BONE,
      shade(RAMPS.jade, 5),
      all(
        skirt(of(RAMPS.ink, 0.9), 1.95, 1.8, 0.6),
        vest(of(RAMPS.ink, 0.9), 0.9),
        sleeves(of(RAMPS.ink, 0.9), 1.9, 0.8, 1.4),
        hood(of(RAMPS.ink, 0.9)),
        belt(m.GOLD),
        pole('knot', 18, 17, m.DARK_LEATHER),
      ),
    ),
  ],
  [
    26,
    hulk({
      skin: GRAVE,
      face: 'skull',
      eyes: shade(RAMPS.jade, 5),
      loin: null,
      pieces: all(skirt(GRAVE, 1.95, 1.4, 0.8), vest(GRAVE, 1), sleeves(GRAVE, 1.9, 0.8, 1.6), hood(GRAVE)),
    }),
  ],
  [
    53,
    hulk({
      size: 1.3,
      skin: of(RAMPS.pine, 0.4),
      face: 'tusks',
      build: HEAVY,
      bulk: 1.1,
      pieces: all(rags(m.FUR), pole('axe', 16, 10)),
      stoop: STOOP,
    }),
  ],
  [
    54,
    hulk({
      size: 1.3,
      skin: of(RAMPS.pine, 0.6),
      face: 'tusks',
      build: HEAVY,
      bulk: 1.1,
      pieces: rags(m.FUR),
      stoop: STOOP,
    }),
  ],
  [
    55,
    hulk({
      size: 1.3,
      skin: of(RAMPS.snow, -0.6),
      face: 'tusks',
      build: HEAVY,
      bulk: 1.1,
      pieces: all(rags(m.LEATHER), CLUB),
      stoop: STOOP,
    }),
  ],
  [
    75,
    hulk({
      size: 1.5,
      skin: of(RAMPS.skin, -0.1),
      face: 'eye',
      build: HEAVY,
      bulk: 1.15,
      pieces: all(rags(m.LEATHER), CLUB),
    }),
  ],
  [
    76,
    hulk({
      size: 1.6,
      skin: of(RAMPS.slate, 0.5),
      face: 'plain',
      build: HEAVY,
      bulk: 1.12,
      pieces: all(rags(m.GOLD), hair(m.BONE, 'long')),
    }),
  ],
  [
    83,
    hulk({
      size: 1.5,
      skin: of(RAMPS.moss, 0.2),
      bulk: 1.25,
      belly: 1.25,
      face: 'brute',
      build: HEAVY,
      pieces: all(rags(m.RED), shoulders(m.DARK_IRON, 4), bludgeon('spiked', 16)),
      stoop: STOOP,
    }),
  ],
  [
    13,
    elemental(
      1.2,
      { ...of(RAMPS.snow, 0), grain: (x, y) => ((x + y * 2) % 5 === 0 ? 1 : 0) },
      INK,
      of(RAMPS.snow, 0.6),
    ),
  ],
  [
    14,
    elemental(
      1.25,
      { ...of(RAMPS.dirt, 0), grain: (x, y) => ((x * 3 + y * 2) % 7 < 2 ? -1 : 0) },
      shade(RAMPS.gold, 5),
      of(RAMPS.stone, 0),
      1.5,
    ),
  ],
  [
    15,
    elemental(
      1.2,
      { ...of(RAMPS.fire, 0.8), grain: (x, y) => ((x * 2 + y * 3) % 5 === 0 ? 1 : 0) },
      INK,
      of(RAMPS.fire, 0),
    ),
  ],
  [
    16,
    elemental(
      1.2,
      { ...of(RAMPS.water, 0.8), grain: (x, y) => ((x + y * 3) % 7 === 0 ? 1 : 0) },
      INK,
      of(RAMPS.water, 0.2),
    ),
  ],
  [
    47,
    {
      size: 1.3,
      draw: (clay, s) => {
        const bark: Matter = { ...of(RAMPS.wood, 0), grain: (x) => (x % 3 === 0 ? -1 : 0) };
        clay.part().rod([0, 0, 2], s.neck, 6.4, bark, 4.4);
        for (const arm of [s.rightArm, s.leftArm]) {
          clay.part().rod(arm.root, arm.bend, 1.9, bark, 1.5).rod(arm.bend, arm.end, 1.5, bark, 1);
          for (const k of [-2, 0, 2])
            clay.rod(arm.end, add(arm.end, turned(s.chestTurn, [k, 2.4, -2])), 0.7, bark, 0.4);
        }
        for (let i = 0; i < 5; i++)
          clay
            .part()
            .rod([0, 0, 4], times([Math.cos(i * 1.26) * 10, Math.sin(i * 1.26) * 10, 1], 1), 2.2, bark, 1);
        drawFace(clay, s, 'bark', bark, shade(RAMPS.fire, 4));
      },
    },
  ],
]);
