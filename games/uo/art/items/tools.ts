import { Canvas } from '../canvas.ts';
import type { Recipe } from '../graphics.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, sunOnRound } from '../scene.ts';
import { lying, Slanted } from './axis.ts';
import { drum, harp, lute, tambourine } from './instruments.ts';
import { filled, turned } from './vessels.ts';

const {
  blue,
  brick,
  dirt,
  gold,
  grass,
  ink,
  iron,
  jade,
  oak,
  plaster,
  red,
  snow,
  stone,
  violet,
  water,
  wood,
} = RAMPS;

const done = (canvas: Canvas): Canvas => lying(canvas.outline());

function handled(long: number, handle: number, head: (d: Slanted, at: number) => void): Canvas {
  const drawing = new Slanted({ size: 60, x: 16, y: 44, angle: 44 });
  drawing.rod([0, 0], [handle, 0], 4, wood);
  drawing.rod([handle, 0], [handle + long, 0], 2, iron);
  head(drawing, handle + long);
  return drawing.lying();
}

function saw(): Canvas {
  const drawing = new Slanted({ size: 60, x: 12, y: 44, angle: 44 });
  drawing.plate(
    [
      [0, -4],
      [9, -5],
      [9, 3],
      [2, 5],
    ],
    wood,
  );
  drawing.plate(
    [
      [9, -5],
      [36, -2],
      [36, 1],
      [9, 4],
    ],
    iron,
    0.4,
  );
  for (let i = 10; i < 36; i += 3) drawing.knob([i, 4 - (i - 10) * 0.1], 1, iron, -1.4);
  return drawing.lying();
}

function scissors(): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.stroke(14, 33, 32, 11, 3, (x, y) => shade(iron, x + y < 44 ? 5 : 3));
  canvas.stroke(30, 33, 13, 11, 3, (x) => shade(iron, x < 22 ? 4 : 2));
  for (const x of [12, 31]) {
    for (let i = 0; i < 30; i++) {
      const a = (i / 30) * Math.PI * 2;
      canvas.ellipse(x + Math.cos(a) * 3.6, 35 + Math.sin(a) * 3.6, 1.3, 1.3, shade(red, 3.4 - Math.cos(a)));
    }
  }
  return done(canvas);
}

function tongs(): Canvas {
  const canvas = new Canvas(44, 44);
  for (const side of [-1, 1]) {
    for (let i = 0; i <= 28; i++) {
      const bend = Math.sin((i / 28) * Math.PI * 1.6) * 5 * side;
      canvas.ellipse(
        12 + i * 0.75 + bend * 0.6,
        34 - i * 0.85 + bend * 0.6,
        1.6,
        1.6,
        shade(iron, 3.4 - side * 0.9),
      );
    }
  }
  return done(canvas);
}

function plane(): Canvas {
  const scene = new Scene({ reach: 33, rise: 90 });
  scene.box([0.2, 0.36, 0], [0.84, 0.62, 2.4], plain(oak), plain(oak, 0.2));
  scene.nextPart().box([0.46, 0.42, 2.4], [0.54, 0.56, 4.6], plain(iron), plain(iron, 0.5));
  scene.nextPart().rod([0.28, 0.5, 3], [0.28, 0.5, 4.4], 2, plain(wood));
  return lying(scene.canvas.outline());
}

function gear(teeth: number, r: number, ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  drawGear(canvas, 22, 22, teeth, r, ramp);
  return done(canvas);
}

function drawGear(canvas: Canvas, cx: number, cy: number, teeth: number, r: number, ramp: Ramp): void {
  for (let y = cy - r - 3; y <= cy + r + 3; y++) {
    for (let x = cx - r - 3; x <= cx + r + 3; x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const away = Math.hypot(dx, dy);
      const tooth = Math.cos(Math.atan2(dy, dx) * teeth) > 0 ? 2.4 : 0;
      if (away > r + tooth || away < r * 0.3) continue;
      canvas.set(
        x,
        y,
        shade(ramp, sunOnRound(dx / r / 1.4, dy / r / 1.4, 0.6) + (away < r * 0.7 ? -0.7 : 0.4)),
      );
    }
  }
}

function clock(): Canvas {
  const scene = new Scene({ reach: 33, rise: 100 });
  scene.box([0.3, 0.36, 0], [0.72, 0.64, 8], plain(wood), plain(oak));
  const [x, y] = scene.project([0.5, 0.64, 5.6]);
  const { canvas } = scene;
  canvas.ellipse(x, y, 4, 4.4, shade(plaster, 5));
  canvas.line(x, y, x, y - 3, shade(ink, 0));
  canvas.line(x, y, x + 2, y + 1, shade(ink, 0));
  return lying(canvas.outline());
}

function globe(): Canvas {
  const canvas = new Canvas(44, 54);
  canvas.ellipse(22, 46, 8, 3, shade(wood, 3));
  canvas.rect(21, 36, 3, 10, shade(wood, 3));
  canvas.ellipse(22, 26, 11, 11, (x, y) => {
    const land = Math.sin(x * 0.7) + Math.cos(y * 0.6 + x * 0.2) > 0.5;
    return shade(land ? grass : water, sunOnRound((x - 22) / 11, (y - 26) / 11, 0.6) + 0.6);
  });
  return done(canvas);
}

function spyglass(): Canvas {
  const drawing = new Slanted({ size: 60, x: 12, y: 44, angle: 40 });
  drawing
    .rod([0, 0], [12, 0], 9, oak)
    .rod([12, 0], [24, 0], 7, gold)
    .rod([24, 0], [34, 0], 5, gold)
    .knob([34, 0], 2.6, jade);
  return drawing.lying();
}

function sextant(): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i <= 30; i++) {
    const a = 0.5 + (i / 30) * 2.1;
    canvas.ellipse(22 + Math.cos(a) * 14, 14 + Math.sin(a) * 18, 1.6, 1.6, shade(gold, 3.4 - Math.cos(a)));
  }
  for (const a of [0.5, 1.5, 2.6])
    canvas.stroke(22, 13, 22 + Math.cos(a) * 14, 14 + Math.sin(a) * 18, 2, shade(gold, 4));
  canvas.stroke(15, 12, 29, 9, 3, shade(oak, 3));
  return done(canvas);
}

function key(ramp: Ramp): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 30; i++) {
    const a = (i / 30) * Math.PI * 2;
    canvas.ellipse(
      15 + Math.cos(a) * 4,
      16 + Math.sin(a) * 4,
      1.4,
      1.4,
      shade(ramp, 3.6 - Math.cos(a) - Math.sin(a)),
    );
  }
  canvas.stroke(18, 19, 31, 31, 2.4, shade(ramp, 3.6));
  canvas.stroke(28, 28, 31, 25, 2, shade(ramp, 3));
  canvas.stroke(31, 31, 34, 28, 2, shade(ramp, 3));
  return done(canvas);
}

function keyRing(count: number): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 40; i++) {
    const a = (i / 40) * Math.PI * 2;
    canvas.ellipse(22 + Math.cos(a) * 8, 16 + Math.sin(a) * 6, 1, 1, shade(iron, 4 - Math.cos(a)));
  }
  for (let i = 0; i < count; i++) {
    const x = 17 + i * 5;
    canvas.stroke(x, 20, x - 1 + i, 35, 2, shade([gold, iron, brick][i % 3]!, 3.6));
    canvas.rect(x, 33, 3, 2, shade([gold, iron, brick][i % 3]!, 3));
  }
  return done(canvas);
}

function kit(colour: Ramp): Canvas {
  const scene = new Scene({ reach: 33, rise: 90 });
  scene.box([0.2, 0.3, 0], [0.84, 0.72, 2.6], plain(colour), plain(dirt, -0.6));
  for (const [i, ramp] of [iron, wood, iron, gold].entries())
    scene.nextPart().rod([0.28 + i * 0.15, 0.44, 2.4], [0.3 + i * 0.15, 0.56, 5 + (i % 2)], 1.4, plain(ramp));
  return lying(scene.canvas.outline());
}

function scales(): Canvas {
  const canvas = new Canvas(44, 54);
  canvas.rect(21, 14, 3, 30, (x) => shade(gold, 4 - (x - 21)));
  canvas.ellipse(22, 45, 8, 3, (x) => shade(gold, 4 - (x - 22) / 5));
  canvas.rect(8, 15, 29, 2, shade(gold, 4));
  for (const x of [9, 35]) {
    canvas.line(x, 17, x - 4, 28, shade(iron, 3));
    canvas.line(x, 17, x + 4, 28, shade(iron, 3));
    canvas.ellipse(x, 29, 6, 2.6, (i) => shade(gold, 4 - (i - x) / 4));
  }
  return done(canvas);
}

function nails(): Canvas {
  const canvas = new Canvas(44, 44);
  for (let i = 0; i < 6; i++) {
    canvas.stroke(11 + i * 3, 18 + ((i * 5) % 9), 19 + i * 3, 24 + ((i * 5) % 9), 1.6, shade(iron, 3.6));
    canvas.ellipse(11 + i * 3, 18 + ((i * 5) % 9), 2, 1.6, shade(iron, 4.6));
  }
  return done(canvas);
}

function springs(): Canvas {
  const canvas = new Canvas(44, 44);
  for (let k = 0; k < 2; k++)
    for (let i = 0; i < 60; i++)
      canvas.ellipse(
        15 + k * 12 + Math.cos(i / 3) * 4,
        12 + i * 0.36,
        1,
        1,
        shade(iron, 3.4 - Math.cos(i / 3)),
      );
  return done(canvas);
}

function inkAndPen(): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.blit(
    turned(
      [
        [0, 5],
        [6, 6],
        [8, 3],
      ],
      ink,
      filled(iron, ink),
    ),
    10,
    18,
  );
  canvas.stroke(24, 26, 34, 9, 2.4, shade(snow, 5));
  canvas.line(22, 29, 25, 24, shade(gold, 3));
  return done(canvas);
}

function rune(): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.ellipse(22, 23, 9, 7, (x, y) => shade(stone, sunOnRound((x - 22) / 9, (y - 23) / 7, 0.6) + 0.4));
  for (const [x0, y0, x1, y1] of [
    [19, 18, 19, 28],
    [19, 19, 25, 21],
    [19, 23, 25, 26],
  ] as const)
    canvas.line(x0, y0, x1, y1, shade(blue, 5));
  return done(canvas);
}

const TOOLS: readonly (readonly [pattern: RegExp, draw: () => Canvas])[] = [
  [/scissors/, scissors],
  [/tongs/, tongs],
  [/saw/, saw],
  [/plane/, plane],
  [
    /axle/,
    () => {
      const c = new Canvas(44, 44);
      c.stroke(8, 32, 36, 12, 3, shade(iron, 3.6));
      drawGear(c, 28, 18, 8, 6, gold);
      return done(c);
    },
  ],
  [
    /gears?/,
    () => {
      const c = new Canvas(44, 44);
      drawGear(c, 18, 20, 8, 7, gold);
      drawGear(c, 29, 28, 8, 5, iron);
      return done(c);
    },
  ],
  [
    /clock frame/,
    () =>
      turned(
        [
          [0, 9],
          [4, 9],
        ],
        oak,
        plaster,
        0.6,
      ),
  ],
  [/clock parts/, () => gear(10, 8, gold)],
  [/clock/, clock],
  [/globe/, globe],
  [/spyglass/, spyglass],
  [/sextant/, sextant],
  [/key ring/, () => keyRing(3)],
  [/key/, () => key(gold)],
  [/standing harp/, () => harp(62)],
  [/lap harp|harp/, () => harp(34)],
  [/lute/, lute],
  [/drum/, drum],
  [/tambourine/, tambourine],
  [/tinker's tools|tool kit|empty tool kit/, () => kit(dirt)],
  [/sewing kit|knitting/, () => kit(red)],
  [/scales/, scales],
  [/nails/, nails],
  [/springs/, springs],
  [
    /hinge/,
    () => {
      const c = new Canvas(44, 44);
      c.polygon(
        [
          [10, 24],
          [22, 17],
          [22, 26],
          [10, 33],
        ],
        shade(iron, 4),
      );
      c.polygon(
        [
          [22, 17],
          [34, 22],
          [34, 31],
          [22, 26],
        ],
        shade(iron, 2.6),
      );
      c.rect(21, 16, 3, 12, shade(iron, 5));
      return done(c);
    },
  ],
  [
    /lockpicks?/,
    () => {
      const c = new Canvas(44, 44);
      for (let i = 0; i < 3; i++) {
        c.stroke(13 + i * 4, 32, 20 + i * 5, 13, 1.8, shade(iron, 4));
        c.stroke(20 + i * 5, 13, 23 + i * 5, 14, 1.6, shade(iron, 4));
      }
      return done(c);
    },
  ],
  [/pen and ink/, inkAndPen],
  [
    /paints and brush|dyes/,
    () => {
      const c = new Canvas(44, 44);
      c.ellipse(21, 25, 13, 8, (x) => shade(oak, 4 - (x - 21) / 14));
      for (const [i, r] of [red, gold, grass, blue, violet].entries())
        c.ellipse(12 + i * 4.6, 25 + Math.sin(i * 1.6) * 4, 2.4, 1.8, shade(r, 4));
      c.stroke(24, 22, 36, 8, 2, shade(wood, 3));
      return done(c);
    },
  ],
  [/mallet and chisel/, () => handled(4, 16, (d, at) => d.rod([at, -6], [at, 6], 8, oak))],
  [
    /chisels?/,
    () =>
      handled(16, 10, (d, at) =>
        d.plate(
          [
            [at - 4, -2],
            [at + 2, -3],
            [at + 2, 3],
            [at - 4, 2],
          ],
          iron,
          0.6,
        ),
      ),
  ],
  [
    /rolling pin/,
    () => {
      const d = new Slanted({ size: 60, x: 14, y: 42, angle: 38 });
      d.rod([0, 0], [36, 0], 3, wood).rod([7, 0], [29, 0], 8, oak);
      return d.lying();
    },
  ],
  [
    /draw knife|inshave/,
    () => {
      const d = new Slanted({ size: 60, x: 14, y: 42, angle: 38 });
      d.rod([4, 0], [30, 0], 4, iron).rod([4, 0], [4, 9], 3.4, wood).rod([30, 0], [30, 9], 3.4, wood);
      return d.lying();
    },
  ],
  [
    /froe/,
    () =>
      handled(2, 20, (d, at) =>
        d.plate(
          [
            [at - 2, -1],
            [at + 2, -1],
            [at + 2, 17],
            [at - 2, 17],
          ],
          iron,
        ),
      ),
  ],
  [/scorp/, () => handled(10, 12, (d, at) => d.knob([at, 2], 4, iron))],
  [
    /dice/,
    () => {
      const c = new Canvas(44, 44);
      c.blit(
        turned(
          [
            [0, 5],
            [11, 6],
          ],
          dirt,
          filled(dirt, ink),
        ),
        18,
        12,
      );
      for (const [x, y] of [
        [12, 26],
        [17, 31],
      ] as const) {
        c.rect(x, y, 5, 5, shade(snow, 5));
        c.set(x + 1, y + 1, shade(ink, 0));
        c.set(x + 3, y + 3, shade(ink, 0));
      }
      return done(c);
    },
  ],
  [/recall rune|virtue stone/, rune],
];

const METAL_KEYS: readonly (readonly [RegExp, Ramp])[] = [
  [/copper key/, brick],
  [/iron key|rusty/, iron],
  [/magic key/, jade],
];

export const drawTools: Recipe = ({ kind, name }) => {
  if (
    /scroll|guild|sign|monkey/.test(name) ||
    kind === 'clothing' ||
    kind === 'armour' ||
    kind === 'chair' ||
    kind === 'table'
  )
    return null;
  const metal = METAL_KEYS.find(([pattern]) => pattern.test(name));
  if (metal !== undefined) return key(metal[1]);
  return TOOLS.find(([pattern]) => pattern.test(name))?.[1]() ?? null;
};
