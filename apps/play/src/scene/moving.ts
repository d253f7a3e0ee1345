import type { ChangedCells } from './changed-cells.ts';
import { boundsOfQuad, depthOfQuad, FLOATS_PER_QUAD, Quads } from './quads.ts';
import type { Rect } from './rect.ts';

/** From a part of the scene to one of the canvas. */
type ToCanvas = (part: Rect) => Rect;

/**
 * What moves or is seen through, laid down anew for each frame, the farthest first. What is solid is drawn the nearest first and keeps
 * its depth, so that neither what a crowd hides nor a body below its clothes is shaded; what is seen through comes after it. Only
 * what lies on parts of the canvas that are drawn anew is drawn.
 */
export class Moving {
  readonly #gl: WebGL2RenderingContext;
  readonly #solid: Quads;
  readonly #seenThrough: Quads;
  readonly #shown = [new Float32Array(0), new Float32Array(0)];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#solid = new Quads(gl, true);
    this.#seenThrough = new Quads(gl, false);
  }

  clear(): void {
    this.#solid.clear();
    this.#seenThrough.clear();
  }

  /** Where something of this alpha is laid down, 1 for what is solid. */
  quadsFor(alpha: number): Quads {
    return alpha < 1 ? this.#seenThrough : this.#solid;
  }

  /** Marks where something came, went or changed since this was asked before, and what lies under it. */
  markChanges(cells: ChangedCells, toCanvas: ToCanvas): void {
    for (const [i, quads] of [this.#solid, this.#seenThrough].entries()) {
      const now = quads.floats;
      eachDifference(this.#shown[i]!, now, (floats, quad) =>
        cells.mark(toCanvas(boundsOfQuad(floats, quad))),
      );
      if (this.#shown[i]!.length !== now.length) this.#shown[i] = new Float32Array(now.length);
      this.#shown[i]!.set(now);
    }
    this.#markSeenThrough(cells, toCanvas);
  }

  /** What is seen through is drawn wholly or not at all: twice over itself it would be another colour. */
  #markSeenThrough(cells: ChangedCells, toCanvas: ToCanvas): void {
    const { count, floats } = this.#seenThrough;
    for (let hasGrown = true; hasGrown; ) {
      hasGrown = false;
      for (let quad = 0; quad < count; quad++) {
        const part = toCanvas(boundsOfQuad(floats, quad));
        if (cells.touch(part) && cells.mark(part)) hasGrown = true;
      }
    }
  }

  /** Draws what lies on the cells with the program in use. They have no depths yet; elsewhere there are still those of the frames before. */
  draw(cells: ChangedCells, toCanvas: ToCanvas): void {
    const gl = this.#gl;
    gl.enable(gl.DEPTH_TEST);
    // Of what has one depth, what was laid down last comes first and stays; so does what reaches over the cells.
    gl.depthFunc(gl.GREATER);
    this.#drawOn(this.#solid, cells, toCanvas);
    if (this.#seenThrough.count > 0) {
      gl.depthFunc(gl.GEQUAL);
      gl.depthMask(false);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      this.#drawOn(this.#seenThrough, cells, toCanvas);
      gl.disable(gl.BLEND);
      gl.depthMask(true);
    }
    gl.disable(gl.DEPTH_TEST);
  }

  #drawOn(quads: Quads, cells: ChangedCells, toCanvas: ToCanvas): void {
    const { floats } = quads;
    quads.upload((quad) => cells.touch(toCanvas(boundsOfQuad(floats, quad))));
    quads.draw();
  }
}

/** Finds the quads of two frames that are not in both. Both are laid down by depth: it goes through them side by side. */
function eachDifference(
  before: Float32Array,
  now: Float32Array,
  tell: (floats: Float32Array, quad: number) => void,
): void {
  const [countBefore, countNow] = [before.length / FLOATS_PER_QUAD, now.length / FLOATS_PER_QUAD];
  let [b, n] = [0, 0];
  while (b < countBefore || n < countNow) {
    const depthBefore = b < countBefore ? depthOfQuad(before, b) : Number.POSITIVE_INFINITY;
    const depthNow = n < countNow ? depthOfQuad(now, n) : Number.POSITIVE_INFINITY;
    const isPair = depthBefore === depthNow;
    if (!isPair || !isSame(before, b, now, n)) {
      if (depthBefore <= depthNow) tell(before, b);
      if (depthNow <= depthBefore) tell(now, n);
    }
    if (depthBefore <= depthNow) b++;
    if (depthNow <= depthBefore) n++;
  }
}

function isSame(a: Float32Array, atA: number, b: Float32Array, atB: number): boolean {
  const [fromA, fromB] = [atA * FLOATS_PER_QUAD, atB * FLOATS_PER_QUAD];
  for (let i = 0; i < FLOATS_PER_QUAD; i++) if (a[fromA + i] !== b[fromB + i]) return false;
  return true;
}
