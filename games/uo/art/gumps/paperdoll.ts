import type { Canvas } from '../canvas.ts';
import { Clay } from '../figures/clay.ts';
import { drawPerson, MAN, WOMAN } from '../figures/people/people.ts';
import { type Pose, type Skeleton, STANDING, skeletonOf } from '../figures/people/skeleton.ts';
import type { Wearer } from '../figures/wear/pieces.ts';
import { WARDROBE } from '../figures/wear/wardrobe.ts';

/** Numbers of the gumps of a worn body: its own number and this, for a man and for a woman. */
export const MALE_GUMPS = 50_000;
export const FEMALE_GUMPS = 60_000;

/** All pictures of a paperdoll are laid over each other at one place; this is their common size. */
const TABLE = { width: 190, height: 236, middle: 92, ground: 222 };
const VIEW = { facing: -0.22, elevation: 0.16, scale: 3.6 };

const SHOWING: Pose = {
  ...STANDING,
  lean: 0,
  twist: 0,
  rightFoot: [4, 0.4, 0],
  leftFoot: [-4.2, 0.6, 0],
  rightHand: [5.2, 4.6, -14.6],
  leftHand: [-5, 4.4, -15],
  blade: [0.34, 0.3, 0.88],
  shaft: [0.05, 0.14, 1],
  bow: [-0.12, 0.1, 1],
  shield: [-0.3, 1, 0.04],
};

/** Draws the figure of a paperdoll and, in the same pose, all that it may wear. */
export class PaperdollArtist {
  readonly #clay = new Clay(TABLE);
  readonly #man = skeletonOf(MAN, SHOWING);
  readonly #woman = skeletonOf(WOMAN, SHOWING);
  #manShape: Float32Array | null = null;
  #womanShape: Float32Array | null = null;

  body(woman: boolean): Canvas {
    drawPerson(this.#clay.begin(VIEW), this.#skeleton(woman), { woman });
    return this.#cut();
  }

  /** Null when nothing is worn by that number. */
  worn(id: number, woman: boolean): Canvas | null {
    const piece = WARDROBE.get(id);
    if (piece === undefined) return null;
    const wearer: Wearer = { s: this.#skeleton(woman), woman };
    const shape = this.#shape(woman);
    piece(this.#clay.begin(VIEW, shape), wearer);
    return this.#cut();
  }

  #skeleton(woman: boolean): Skeleton {
    return woman ? this.#woman : this.#man;
  }

  #shape(woman: boolean): Float32Array {
    const known = woman ? this.#womanShape : this.#manShape;
    if (known !== null) return known;
    drawPerson(this.#clay.begin(VIEW), this.#skeleton(woman), { woman });
    const shape = this.#clay.shape();
    if (woman) this.#womanShape = shape;
    else this.#manShape = shape;
    return shape;
  }

  /** What is to the right and below may be cut off; the upper left corner is common to all. */
  #cut(): Canvas {
    const canvas = this.#clay.lines().whole();
    const { bottom, right } = canvas.bounds();
    return canvas.crop(0, 0, Math.max(1, right), Math.max(1, bottom));
  }
}
