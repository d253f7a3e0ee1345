import { RAMPS } from '../palette.ts';
import { type Cut, Garment } from './garment.ts';
import { smooth } from './stuffs.ts';

const { cloth, dirt, gold, oak } = RAMPS;

export const torso: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [12, 14],
      [17, 11],
      [27, 11],
      [32, 14],
      [31, 24],
      [32, 40],
      [12, 40],
      [13, 24],
    ])
    .shape(
      [
        [18, 11],
        [26, 11],
        [22, 16],
      ],
      -2.2,
    )
    .trim(12, 36, 20, 3)
    .line(22, 16, 22, 38, -1)
    .done();

export const sleeved: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [14, 13],
      [9, 15],
      [4, 30],
      [9, 33],
      [14, 22],
    ])
    .shape([
      [12, 13],
      [17, 11],
      [27, 11],
      [32, 13],
      [31, 24],
      [32, 40],
      [12, 40],
      [13, 24],
    ])
    .shape(
      [
        [18, 11],
        [26, 11],
        [22, 17],
      ],
      -2.2,
    )
    .trim(12, 37, 20, 3)
    .line(22, 17, 22, 39, -0.6)
    .done();

export const arms: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [9, 12],
      [15, 10],
      [19, 15],
      [17, 26],
      [15, 38],
      [8, 38],
      [8, 26],
      [6, 18],
    ])
    .trim(8, 24, 10, 2)
    .trim(26, 24, 10, 2)
    .done();

export const gloves: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [7, 16],
      [16, 16],
      [16, 25],
      [19, 24],
      [20, 28],
      [16, 31],
      [15, 37],
      [8, 37],
      [6, 28],
    ])
    .trim(6, 16, 12, 3)
    .trim(26, 16, 12, 3)
    .line(10, 31, 10, 37)
    .line(13, 31, 13, 37)
    .line(31, 31, 31, 37)
    .line(34, 31, 34, 37)
    .done();

export const trousers =
  (long: number): Cut =>
  (stuff) =>
    new Garment(stuff)
      .shape([
        [12, 12],
        [32, 12],
        [33, 20],
        [33, 12 + long],
        [25, 12 + long],
        [22, 23],
        [19, 12 + long],
        [11, 12 + long],
        [11, 20],
      ])
      .trim(12, 12, 20, 3)
      .line(12, 15, 32, 15)
      .done();

export const skirt: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [14, 14],
      [30, 14],
      [36, 38],
      [29, 40],
      [22, 39],
      [15, 40],
      [8, 38],
    ])
    .trim(14, 14, 16, 3)
    .done();

export const robe: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [15, 9],
      [10, 12],
      [4, 30],
      [10, 33],
      [15, 20],
    ])
    .shape([
      [14, 9],
      [18, 7],
      [26, 7],
      [30, 9],
      [30, 22],
      [34, 50],
      [10, 50],
      [14, 22],
    ])
    .shape(
      [
        [18, 7],
        [26, 7],
        [22, 14],
      ],
      -2.2,
    )
    .trim(13, 24, 18, 3)
    .trim(10, 47, 24, 3)
    .line(22, 14, 22, 49, -0.7)
    .done();

export const dress: Cut = (stuff) =>
  new Garment(stuff)
    .both([
      [16, 12],
      [11, 13],
      [8, 22],
      [12, 23],
      [16, 19],
    ])
    .shape([
      [15, 11],
      [19, 14],
      [25, 14],
      [29, 11],
      [28, 24],
      [36, 49],
      [22, 51],
      [8, 49],
      [16, 24],
    ])
    .trim(15, 23, 14, 2)
    .done();

export const cloak: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [17, 9],
      [27, 9],
      [32, 14],
      [36, 46],
      [29, 49],
      [22, 47],
      [15, 49],
      [8, 46],
      [12, 14],
    ])
    .shape(
      [
        [18, 9],
        [26, 9],
        [24, 12],
        [20, 12],
      ],
      -2,
    )
    .trim(17, 9, 10, 2)
    .line(16, 16, 14, 47, -1)
    .line(28, 16, 30, 47, -1.6)
    .done();

export const apron: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [17, 12],
      [27, 12],
      [28, 22],
      [33, 24],
      [32, 42],
      [12, 42],
      [11, 24],
      [16, 22],
    ])
    .line(11, 24, 33, 24)
    .done();
export const halfApron: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [9, 18],
      [35, 18],
      [32, 22],
      [31, 38],
      [13, 38],
      [12, 22],
    ])
    .line(10, 21, 34, 21)
    .done();

export const sash: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [9, 14],
      [15, 11],
      [35, 32],
      [36, 42],
      [30, 43],
      [29, 34],
    ])
    .trim(30, 40, 8, 3)
    .done();
export const belt: Cut = (stuff) =>
  new Garment(stuff)
    .shape([
      [7, 22],
      [22, 26],
      [37, 22],
      [37, 28],
      [22, 33],
      [7, 28],
    ])
    .shape(
      [
        [19, 25],
        [25, 25],
        [25, 33],
        [19, 33],
      ],
      0.6,
      gold,
    )
    .done();

export const boots =
  (tall: number): Cut =>
  (stuff) =>
    new Garment({ ...stuff, ramp: stuff.ramp === cloth ? dirt : stuff.ramp })
      .both([
        [9, 38 - tall],
        [17, 38 - tall],
        [17, 31],
        [20, 34],
        [20, 39],
        [7, 39],
        [8, 31],
      ])
      .line(7, 38, 20, 38)
      .line(24, 38, 37, 38)
      .trim(8, 38 - tall, 12, 2)
      .trim(26, 38 - tall, 12, 2)
      .done();

export const sandals: Cut = () => {
  const garment = new Garment({ ramp: dirt, weave: smooth });
  for (const x of [12, 26]) {
    garment.shape(
      [
        [x - 3, 22],
        [x + 3, 20],
        [x + 5, 32],
        [x + 2, 37],
        [x - 3, 36],
        [x - 5, 30],
      ],
      0.6,
      oak,
    );
    garment.line(x - 4, 26, x + 4, 24, -1.6, dirt).line(x - 4, 31, x + 4, 29, -1.6, dirt);
  }
  return garment.done();
};
