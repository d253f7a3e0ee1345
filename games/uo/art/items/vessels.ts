import { Canvas } from '../canvas.ts';
import type { Graphic, Recipe } from '../graphics.ts';
import { hash } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { plain, Scene, type Surface } from '../scene.ts';
import { lying } from './axis.ts';

const {
  blue,
  brick,
  dirt,
  fire,
  gold,
  grass,
  ink,
  iron,
  jade,
  oak,
  plaster,
  red,
  sand,
  slate,
  snow,
  violet,
  water,
  wood,
} = RAMPS;

type Profile = readonly (readonly [height: number, radius: number])[];

/** A round thing from a profile, outlined, on the middle of its tile. */
export function turned(
  profile: Profile,
  sideOf: Ramp | Surface,
  topOf: Ramp | Surface | null = null,
  flatness = 0.42,
): Canvas {
  const side = typeof sideOf === 'number' ? plain(sideOf) : sideOf;
  const scene = new Scene({ reach: 33, rise: 110 });
  scene.turned(
    [0.5, 0.5, 0],
    profile,
    side,
    topOf === null ? side : typeof topOf === 'number' ? plain(topOf) : topOf,
    flatness,
  );
  return lying(scene.canvas.outline());
}

/** An opening with something in it, inside a rim. */
export const filled =
  (rim: Ramp, filling: Ramp, bias = -0.5): Surface =>
  (u, v, light) =>
    u * u + v * v > 0.68
      ? shade(rim, light + 0.5)
      : shade(filling, light + bias - (v < -0.35 ? 1.2 : 0) + (u + v * 2 > 0.6 ? 0.7 : 0));

/** Clear glass that is full of something to a height, with a gleam on its lit side. */
const glassOf =
  (liquid: Ramp, fullTo: number): Surface =>
  (u, v, light) => {
    if (u > -0.72 && u < -0.42) return shade(snow, 4.6);
    if (v > fullTo) return shade(slate, light + 1);
    return shade(liquid, light + (v > fullTo - 2 ? 0.9 : 0) - 0.1);
  };

const BOTTLE: Profile = [
  [0, 5],
  [1, 6.5],
  [9, 6.5],
  [13, 2.6],
  [17, 2.4],
  [18, 3.2],
  [19, 3],
];
const FLASK: Profile = [
  [0, 6],
  [2, 8],
  [6, 8],
  [13, 2.6],
  [18, 2.4],
  [19, 3.4],
  [20, 3],
];
const VIAL: Profile = [
  [0, 3],
  [1, 3.6],
  [11, 3.6],
  [12, 2.4],
  [14, 3],
];
const WINE: Profile = [
  [0, 4.6],
  [1, 5.4],
  [14, 5.4],
  [18, 2.2],
  [25, 2],
  [26, 2.6],
  [27, 2.4],
];

function corked(profile: Profile, liquid: Ramp, full: number): Canvas {
  return turned(profile, glassOf(liquid, full), oak);
}

const LIQUIDS: readonly (readonly [word: string, ramp: Ramp])[] = [
  ['black', ink],
  ['orange', fire],
  ['blue', blue],
  ['white', snow],
  ['green', grass],
  ['red', red],
  ['yellow', gold],
  ['purple', violet],
  ['ale', gold],
  ['beer', gold],
  ['wine', red],
  ['cider', oak],
  ['liquor', sand],
  ['milk', snow],
  ['water', water],
  ['honey', gold],
  ['oil', oak],
  ['blood', red],
];

const liquidOf = ({ id, name }: Graphic): Ramp =>
  LIQUIDS.find(([word]) => name.includes(word))?.[1] ??
  [jade, blue, violet, red, grass, fire][hash(id, 3) % 6]!;

function bottles(liquid: Ramp): Canvas {
  const one = corked(WINE, liquid, 15);
  const canvas = new Canvas(44, 44);
  canvas.blit(one, 16, 2);
  canvas.blit(one, 7, 8);
  canvas.blit(one, 24, 8);
  return lying(canvas);
}

const STAVES: Surface = (u, v, light) =>
  shade(
    Math.abs(v - 2.5) < 1 || Math.abs(v - 10.5) < 1 ? iron : oak,
    light + (Math.floor(u * 4 + 9) % 2 === 0 ? 0.3 : -0.3),
  );

/** A handle at the right, over what is drawn. */
function withHandle(canvas: Canvas, ramp: Ramp, top: number, high: number): Canvas {
  const wide = new Canvas(canvas.width + 12, canvas.height);
  const x = canvas.width + 3;
  for (let i = 0; i <= 30; i++) {
    const a = -Math.PI / 2 + (i / 30) * Math.PI;
    wide.ellipse(
      x + Math.cos(a) * 5,
      top + high / 2 + (Math.sin(a) * high) / 2,
      1.4,
      1.4,
      shade(ramp, 2.6 - Math.sin(a)),
    );
  }
  const outlined = wide.outline();
  outlined.blit(canvas, 6, 0);
  return lying(outlined);
}

function plate(ramp: Ramp): Canvas {
  return turned(
    [
      [0, 5],
      [1, 11],
      [2, 13],
    ],
    ramp,
    (u, v, light) => shade(ramp, light + (u * u + v * v > 0.45 ? 0.4 : -0.6) - u * 0.4),
    0.55,
  );
}

function onPlate(put: (canvas: Canvas, x: number, y: number) => void): Canvas {
  const base = plate(snow);
  const canvas = new Canvas(44, base.height + 12);
  canvas.blit(base, Math.floor((44 - base.width) / 2), 12);
  put(canvas, 22, 20);
  return lying(canvas.outline());
}

const BOWL: Profile = [
  [0, 5],
  [1, 6],
  [6, 11],
  [8, 12],
];

function bowl(ramp: Ramp, filling: Ramp | null): Canvas {
  return turned(BOWL, ramp, filling === null ? filled(ramp, ramp, -1.6) : filled(ramp, filling), 0.5);
}

function cutlery(kind: 'spoon' | 'fork', flipped: boolean): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.stroke(12, 34, 26, 20, 2.2, shade(iron, 4));
  if (kind === 'spoon')
    canvas.ellipse(29, 17, 4, 4, (x, y) => shade(iron, 4 - (x - 29) * 0.4 - (y - 17) * 0.4));
  else
    for (const d of [-3, 0, 3])
      canvas.stroke(26 + d * 0.4, 20 + d * 0.4, 31 + d * 0.7, 14 + d * 0.7, 1.4, shade(iron, 4));
  const picture = lying(canvas.outline());
  return flipped ? picture.mirrored() : picture;
}

function pan(dirty: boolean): Canvas {
  const canvas = new Canvas(44, 44);
  canvas.stroke(26, 26, 38, 34, 3, shade(wood, 3));
  canvas.ellipse(18, 22, 11, 7, (x, y) => shade(iron, 2.6 - (x - 18) / 12 - (y - 22) / 8));
  canvas.ellipse(18, 21, 8.6, 5, (x) => shade(dirty ? dirt : iron, 1.2 + (x - 18) / 16));
  return lying(canvas.outline());
}

function tray(): Canvas {
  const scene = new Scene({ reach: 33, rise: 80 });
  scene.box([0.2, 0.2, 0], [0.8, 0.8, 0.8], plain(iron), (u, v, light) =>
    shade(iron, light + (u < 1.5 || v < 1.5 || u > 11.6 || v > 11.6 ? 0.7 : -0.5)),
  );
  return lying(scene.canvas.outline());
}

function hourglass(): Canvas {
  return turned(
    [
      [0, 7],
      [2, 7],
      [2.5, 5],
      [9, 1.6],
      [16, 5],
      [16.5, 7],
      [19, 7],
    ],
    (u, v, light) => {
      if (v < 2.5 || v > 16) return shade(oak, light);
      if (v < 6 || (v > 9 && v < 12.5)) return shade(sand, light + 0.4);
      return u < -0.3 && u > -0.6 ? shade(snow, 4.6) : shade(slate, light + 0.8);
    },
    oak,
  );
}

function flaskStand(): Canvas {
  const canvas = new Canvas(44, 54);
  for (const x of [10, 32]) canvas.rect(x, 22, 2, 24, shade(wood, 3));
  canvas.rect(8, 26, 28, 3, shade(oak, 3));
  canvas.rect(8, 44, 28, 3, shade(oak, 3.6));
  for (const [i, ramp] of [jade, red, violet].entries()) {
    canvas.rect(13 + i * 7, 18, 4, 20, (x, y) => shade(y < 26 ? slate : ramp, 4 - (x - 13 - i * 7)));
  }
  return lying(canvas.outline());
}

export const drawVessels: Recipe = (graphic) => {
  const { id, kind, name } = graphic;
  const liquid = liquidOf(graphic);
  if (/scroll|glassblower|sign|flower ?pot|potted|cauldron/.test(name)) return null;
  if (/potion$/.test(name)) return corked(BOTTLE, liquid, 10);
  if (/bottles of/.test(name)) return bottles(liquid);
  if (/bottle of|shochu/.test(name)) return corked(WINE, name.includes('wine') ? grass : liquid, 15);
  if (name === 'empty bottle') return corked(BOTTLE, slate, 0);
  if (name === 'bottle') return corked(id % 2 === 0 ? BOTTLE : WINE, liquid, 9);
  if (/^flask$|oil flask/.test(name)) return corked(FLASK, liquid, 6);
  if (name.includes('vial')) return name.includes('full') ? flaskStand() : corked(VIAL, jade, 0);
  if (name === 'flask stand') return flaskStand();
  if (name.includes('hourglass')) return hourglass();
  if (/jar/.test(name))
    return turned(
      [
        [0, 6],
        [1, 7],
        [11, 7],
        [12, 6],
        [13, 7],
      ],
      glassOf(name.includes('empty') ? slate : liquid, name.includes('half') ? 6 : 10),
      plaster,
    );
  if (/glass of|glass mugs|^glass$/.test(name))
    return turned(
      [
        [0, 4],
        [12, 5],
      ],
      glassOf(name === 'glass' ? slate : liquid, name === 'glass' ? 0 : 9),
      filled(snow, name === 'glass' ? slate : liquid),
    );
  if (/glass pitcher|pitcher/.test(name)) {
    const body = turned(
      [
        [0, 6],
        [2, 8],
        [9, 8],
        [14, 5],
        [17, 6.5],
      ],
      name.includes('glass') ? glassOf(water, 8) : plain(brick),
      filled(name.includes('glass') ? snow : brick, name === 'pitcher' ? dirt : liquid),
    );
    return withHandle(body, name.includes('glass') ? slate : brick, 5, 12);
  }
  if (/jugs? of/.test(name))
    return withHandle(
      turned(
        [
          [0, 6],
          [3, 8.5],
          [9, 8],
          [13, 3],
          [16, 3.4],
        ],
        brick,
        oak,
      ),
      brick,
      2,
      9,
    );
  if (/mug|tankard/.test(name)) {
    const ramp = name.includes('pewter')
      ? iron
      : name.includes('skull')
        ? plaster
        : name.includes('ceramic')
          ? blue
          : oak;
    const body = turned(
      [
        [0, 5.5],
        [13, 6],
      ],
      ramp === oak ? STAVES : ramp,
      filled(ramp, /of|tankards/.test(name) ? snow : dirt),
    );
    return withHandle(body, ramp === oak ? iron : ramp, 4, 8);
  }
  if (name.includes('goblet'))
    return turned(
      [
        [0, 5],
        [1, 4],
        [2, 1.6],
        [8, 1.4],
        [9, 3],
        [12, 5.5],
        [17, 6],
      ],
      gold,
      filled(gold, red),
    );
  if (/spittoon/.test(name))
    return turned(
      [
        [0, 6],
        [4, 9],
        [8, 8],
        [10, 4],
        [13, 8],
      ],
      gold,
      filled(gold, ink),
    );
  if (/kettle/.test(name))
    return withHandle(
      turned(
        [
          [0, 7],
          [3, 10],
          [9, 9],
          [12, 4],
          [14, 2],
        ],
        iron,
        iron,
      ),
      iron,
      2,
      9,
    );
  if (/bowl of|bowl/.test(name)) {
    const ramp = /wooden|flour|dough/.test(name) ? oak : name.includes('pewter') ? iron : snow;
    const fillings: readonly (readonly [string, Ramp])[] = [
      ['carrot', fire],
      ['corn', gold],
      ['lettuce', grass],
      ['pea', grass],
      ['stew', brick],
      ['potato', sand],
      ['flour', snow],
      ['dough', plaster],
      ['soup', red],
    ];
    return bowl(ramp, fillings.find(([word]) => name.includes(word))?.[1] ?? null);
  }
  if (/soup|stew/.test(name)) return bowl(oak, brick);
  if (name === 'plate' || name.includes('dirty plate'))
    return name.includes('dirty')
      ? onPlate((c, x, y) => c.ellipse(x, y, 5, 2, shade(brick, 2)))
      : plate(snow);
  if (name === 'plate of food')
    return onPlate((c, x, y) => {
      c.ellipse(x - 4, y, 5, 4, (i, j) => shade(brick, 3.4 - (i - x + 4) * 0.3 - (j - y) * 0.3));
      c.ellipse(x + 5, y + 1, 4, 3, shade(grass, 3));
      c.ellipse(x + 2, y - 3, 3, 2.4, shade(gold, 4));
    });
  if (/plate of cookies/.test(name))
    return onPlate((c, x, y) => {
      for (const [dx, dy] of [
        [-5, 0],
        [4, 0],
        [0, 2],
        [0, -3],
      ] as const)
        c.ellipse(x + dx, y + dy, 3.6, 2.4, (i) => shade(oak, 3.8 - (i - x - dx) * 0.4));
    });
  if (name === 'spoon' || /wooden spoon/.test(name)) return cutlery('spoon', id % 2 === 1);
  if (name === 'fork') return cutlery('fork', id % 2 === 1);
  if (name === 'silverware') return cutlery(id % 2 === 0 ? 'fork' : 'spoon', false);
  if (/frypan|dirty pan|^pan$/.test(name)) return pan(name.includes('dirty'));
  if (name === 'tray') return tray();
  if (/^pot$|dirty pot|pot of wax/.test(name))
    return turned(
      [
        [0, 8],
        [2, 10],
        [10, 10],
        [12, 11],
      ],
      iron,
      filled(iron, name.includes('wax') ? sand : name.includes('dirty') ? dirt : ink),
      0.5,
    );
  if (kind === 'tool' && name.includes('mortar'))
    return turned(
      [
        [0, 6],
        [2, 5],
        [8, 9],
        [10, 9],
      ],
      plaster,
      filled(plaster, grass),
      0.5,
    );
  return name.includes('sifter') ? turned(BOWL, wood) : null;
};
