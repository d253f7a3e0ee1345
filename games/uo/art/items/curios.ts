import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { chance, Dice, hash } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, standing, sunOnRound } from '../scene.ts';
import { bundle } from '../statics/plants.ts';
import { levelBoards } from '../surfaces.ts';
import { lying, Slanted } from './axis.ts';
import { turned } from './vessels.ts';

const {
  blue,
  brick,
  dirt,
  gold,
  grass,
  iron,
  oak,
  pine,
  plaster,
  red,
  sand,
  skin,
  snow,
  stone,
  violet,
  wood,
} = RAMPS;

const done = (canvas: Canvas): Canvas => lying(canvas.outline());

function shell(id: number): Canvas {
  const canvas = new Canvas(44, 44);
  const ramp = [skin, plaster, sand, red][hash(id) % 4]!;
  if (id % 2 === 0) {
    canvas.polygon(
      [
        [22, 32],
        [11, 22],
        [13, 15],
        [22, 12],
        [31, 15],
        [33, 22],
      ],
      (x, y) =>
        shade(ramp, 4.4 - (x - 22) * 0.08 - (Math.floor(Math.atan2(y - 34, x - 22) * 7) % 2 === 0 ? 0.9 : 0)),
    );
    return done(canvas);
  }
  for (let i = 0; i < 26; i++) {
    const a = i * 0.42;
    const r = 1.6 + i * 0.2;
    canvas.ellipse(
      20 + Math.cos(a) * (1 + i * 0.34),
      22 + Math.sin(a) * (1 + i * 0.26),
      r,
      r * 0.86,
      (x, y) => shade(ramp, sunOnRound((x - 20) / 12, (y - 22) / 10, 0.6) + (i % 3 === 0 ? -0.9 : 0.4)),
    );
  }
  return done(canvas);
}

function corpse(): Canvas {
  const canvas = new Canvas(66, 44);
  canvas.ellipse(20, 20, 5, 4.4, (x, y) => shade(skin, 3.6 - (x - 20) * 0.2 - (y - 20) * 0.2));
  canvas.stroke(25, 22, 42, 27, 9, (_x, y) => shade(sand, 3.4 - (y - 24) * 0.2));
  for (const [x, y] of [
    [56, 26],
    [54, 34],
  ] as const)
    canvas.stroke(41, 28, x, y, 4, shade(dirt, 3));
  for (const [x, y] of [
    [30, 33],
    [36, 17],
  ] as const)
    canvas.stroke(28, 24, x, y, 3, shade(skin, 3));
  return done(canvas);
}

function anchor(): Canvas {
  const canvas = new Canvas(44, 60);
  canvas.stroke(22, 12, 22, 46, 4, (x) => shade(iron, 3.6 - (x - 22) * 0.5));
  canvas.stroke(13, 20, 31, 20, 3, shade(iron, 3));
  for (let i = 0; i <= 24; i++) {
    const a = (i / 24) * Math.PI;
    canvas.ellipse(22 + Math.cos(a) * 14, 36 + Math.sin(a) * 11, 2, 2, shade(iron, 3.4 - Math.cos(a)));
  }
  canvas.ellipse(22, 11, 3, 3, shade(iron, 4));
  return done(canvas);
}

function straps(ramp: Ramp, metal: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (let k = 0; k < 2; k++) {
    for (let i = 0; i < 50; i++) {
      const a = (i / 50) * Math.PI * 2;
      canvas.ellipse(
        18 + k * 8 + Math.cos(a) * 8,
        22 + Math.sin(a) * 7,
        1.4,
        1.4,
        shade(i % 12 < 2 ? metal : ramp, 3.6 - Math.cos(a) * 0.8),
      );
    }
  }
  return done(canvas);
}

function saddle(): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.polygon(
    [
      [8, 20],
      [14, 14],
      [22, 18],
      [31, 14],
      [36, 18],
      [34, 28],
      [24, 33],
      [12, 30],
    ],
    (x, y) => shade(dirt, 4.2 - (x - 22) * 0.05 - (y - 22) * 0.1),
  );
  canvas.ellipse(12, 15, 3, 4, shade(brick, 3));
  canvas.stroke(20, 30, 19, 38, 2, shade(wood, 3));
  return done(canvas);
}

function lever(up: boolean): Canvas {
  const canvas = new Canvas(44, 54);
  canvas.rect(12, 38, 20, 8, (x, y) => shade(stone, 3.8 - (x - 12) / 12 - (y - 38) / 8));
  canvas.stroke(22, 40, up ? 12 : 33, 18, 3, shade(iron, 3.6));
  canvas.ellipse(up ? 12 : 33, 17, 3.4, 3.4, shade(red, 3));
  return done(canvas);
}

function net(id: number): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.ellipse(22, 22, 17, 13, (x, y) =>
    (x + y) % 5 === 0 || (x - y + 60) % 5 === 0 ? shade(sand, 3.4 - (x - 22) * 0.03) : 0,
  );
  const dice = new Dice(id);
  for (let i = 0; i < 5; i++) canvas.ellipse(dice.between(8, 36), dice.between(12, 32), 2, 2, shade(oak, 4));
  return standing(canvas);
}

function model(): Canvas {
  const canvas = new Canvas(44, 54);
  canvas.polygon(
    [
      [6, 36],
      [38, 36],
      [33, 45],
      [11, 45],
    ],
    (x, y) => shade(oak, 3.6 - (y - 36) * 0.2 - (x - 22) * 0.03),
  );
  canvas.rect(21, 10, 2, 27, shade(wood, 3));
  canvas.polygon(
    [
      [24, 12],
      [36, 30],
      [24, 33],
    ],
    (x) => shade(snow, 4.6 - (x - 24) * 0.1),
  );
  canvas.polygon(
    [
      [20, 15],
      [10, 32],
      [20, 33],
    ],
    (x) => shade(snow, 5 - (20 - x) * 0.05),
  );
  return done(canvas);
}

function stand(): Canvas {
  const canvas = new Canvas(44, 70);
  canvas.rect(21, 28, 2, 30, shade(wood, 3));
  canvas.stroke(22, 57, 14, 62, 2.4, shade(wood, 3));
  canvas.stroke(22, 57, 30, 62, 2.4, shade(wood, 2));
  canvas.polygon(
    [
      [8, 18],
      [34, 14],
      [36, 30],
      [10, 34],
    ],
    (x) => shade(oak, 4 - (x - 22) * 0.05),
  );
  canvas.polygon(
    [
      [12, 19],
      [31, 16],
      [32, 27],
      [13, 30],
    ],
    shade(plaster, 5),
  );
  return done(canvas);
}

function dartboard(): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.ellipse(22, 22, 12, 12, (x, y) => {
    const r = Math.hypot(x - 22, y - 22);
    const wedge = Math.floor((Math.atan2(y - 22, x - 22) + 4) * 3.2) % 2 === 0;
    return shade(r < 2.4 ? red : r > 10.6 ? wood : wedge ? plaster : grass, 3.6 - (x - 22) * 0.03);
  });
  return done(canvas);
}

function ruins(): Canvas {
  const scene = new Scene();
  for (const [x, y, z, w, d] of [
    [0.1, 0.2, 0, 0.7, 0.14],
    [0.3, 0.45, 0.4, 0.6, 0.12],
    [0.2, 0.66, 0, 0.5, 0.16],
    [0.5, 0.3, 0.8, 0.1, 0.5],
  ] as const)
    scene.nextPart().box([x, y, z], [x + w, y + d, z + 0.9], levelBoards(wood, 5, 4), plain(wood, -0.2));
  return standing(scene.crease(0.1).canvas.rim(), scene.canvas.width / 2);
}

function hoops(): Canvas {
  return turned(
    [
      [0, 11],
      [3, 11],
    ],
    iron,
    (u, v, light) => (u * u + v * v > 0.72 ? shade(iron, light) : 0),
    0.56,
  );
}

function dish(ramp: Ramp): Canvas {
  return turned(
    [
      [0, 11],
      [2, 11],
    ],
    ramp,
    (u, _v, light) => shade(ramp, light - (Math.floor(u * 6 + 10) % 2 === 0 ? 0.5 : 0)),
    0.58,
  );
}

function horn(): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i <= 24; i++) {
    const a = 0.2 + (i / 24) * 2;
    const r = 1 + i * 0.17;
    canvas.ellipse(28 - Math.cos(a) * 13, 12 + Math.sin(a) * 14, r, r, (x, y) =>
      shade(plaster, 3.6 - (x + y - 44) * 0.04),
    );
  }
  return done(canvas);
}

function smallFrame(): Canvas {
  const drawing = new Slanted({ size: 60, x: 14, y: 42, angle: 40 });
  drawing.rod([0, 0], [30, 0], 4, wood).rod([6, -6], [6, 6], 3, iron).rod([24, -6], [24, 6], 3, iron);
  return drawing.lying();
}

const CURIOS: readonly (readonly [pattern: RegExp, draw: (graphic: Graphic) => Canvas])[] = [
  [/shell|nautilus/, ({ id }) => shell(id)],
  [/corpse|skeleton/, () => corpse()],
  [/anchor/, () => anchor()],
  [/bridle|shackles|chains|whip/, ({ name }) => straps(/chain|shackle/.test(name) ? iron : dirt, iron)],
  [/horse shoes/, () => straps(iron, iron)],
  [/saddle/, () => saddle()],
  [/lever/, ({ id }) => lever(id % 2 === 0)],
  [/net$/, ({ id }) => net(id)],
  [/ship model/, () => model()],
  [/music stand|stand/, () => stand()],
  [/dartboard/, () => dartboard()],
  [/debris|broken|ruined/, () => ruins()],
  [/hoops|hoop/, () => hoops()],
  [/lid/, () => dish(oak)],
  [/horn/, () => horn()],
  [/dried flowers|bouquet/, () => bundle(grass, 4, violet)],
  [/dried onions/, () => bundle(oak, 5, plaster)],
  [/dried herbs|herbs|sapling|century|plant/, () => bundle(pine, 6)],
  [
    /hitching post|post|pole/,
    () => {
      const s = new Scene();
      s.turned(
        [0.5, 0.5, 0],
        [
          [0, 4],
          [40, 3],
        ],
        plain(wood),
        plain(oak),
        0.6,
      );
      return standing(s.canvas.outline(), s.canvas.width / 2);
    },
  ],
  [
    /bell/,
    () =>
      turned(
        [
          [0, 9],
          [2, 8],
          [8, 6],
          [13, 4],
          [15, 1],
        ],
        gold,
      ),
  ],
  [
    /nest/,
    () =>
      turned(
        [
          [0, 8],
          [4, 11],
        ],
        sand,
        (u, v, light) =>
          u * u + v * v > 0.5
            ? shade(sand, light - chance(Math.floor(u * 9), Math.floor(v * 9), 2) * 2)
            : shade(snow, light),
        0.55,
      ),
  ],
  [/vest|wings|flower/, () => bundle(grass, 8, red)],
  [
    /statue|faie/,
    () =>
      turned(
        [
          [0, 8],
          [3, 8],
          [4, 4],
          [16, 5],
          [22, 3],
          [26, 4],
          [30, 1],
        ],
        snow,
      ),
  ],
  [/table legs?|lathe work|tool|loom|frame/, () => smallFrame()],
];

/** Everything else: the fitting curio, or a small thing of the family's make, so that nothing is without a picture. */
export const drawCurios: Recipe = (graphic) => {
  const found = CURIOS.find(([pattern]) => pattern.test(graphic.name));
  if (found !== undefined) return found[1](graphic);
  const { height, id, kind } = graphic;
  if (height >= 8) {
    const scene = new Scene();
    scene.box(
      [0.2, 0.2, 0],
      [0.8, 0.8, Math.min(20, height)],
      plain([stone, wood, oak][id % 3]!),
      plain([stone, wood, oak][id % 3]!),
    );
    return standing(scene.canvas.rim(), scene.canvas.width / 2);
  }
  const families: Readonly<Record<string, Ramp>> = {
    tool: wood,
    resource: sand,
    clothing: plaster,
    armour: iron,
    weapon: iron,
    food: oak,
    light: gold,
  };
  const ramp = families[kind] ?? [dirt, brick, blue, violet, iron][hash(id) % 5]!;
  return turned(
    [
      [0, 6],
      [2, 8],
      [8, 7],
      [11, 4],
      [12, 5],
    ],
    ramp,
    ramp,
    0.5,
  );
};
