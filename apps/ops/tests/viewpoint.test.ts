import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NEAREST, type Point, Viewpoint } from '../src/map/viewpoint.ts';

const FACET = { width: 1024, height: 512 };
const CANVAS = { width: 800, height: 600 };
const NEAR_ENOUGH = 1e-6;

const pixel = fc.record({
  x: fc.double({ min: 0, max: CANVAS.width, noNaN: true }),
  y: fc.double({ min: 0, max: CANVAS.height, noNaN: true }),
});
const factor = fc.double({ min: 0.2, max: 5, noNaN: true });

function isOnLand({ x, y }: Point): boolean {
  return x >= 0 && x <= FACET.width && y >= 0 && y <= FACET.height;
}

function assertSame(a: Point, b: Point): void {
  assert.ok(Math.hypot(a.x - b.x, a.y - b.y) < NEAR_ENOUGH, `${a.x}, ${a.y} is not ${b.x}, ${b.y}`);
}

test('however one zooms and moves, the land under the pointer stays there, and some land is in sight', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(factor, pixel, pixel), { maxLength: 20 }), (acts) => {
      const view = new Viewpoint(FACET, () => CANVAS);
      for (const [by, at, move] of acts) {
        const before = view.tileAt(at);
        view.zoom(by, at);
        assert.ok(view.scale <= NEAREST && view.scale > 0);
        if (isOnLand(before)) assertSame(view.tileAt(at), before);
        view.pan(move.x - CANVAS.width / 2, move.y - CANVAS.height / 2);
        const from = view.tileAt({ x: 0, y: 0 });
        const to = view.tileAt({ x: CANVAS.width, y: CANVAS.height });
        assert.ok(from.x <= FACET.width && from.y <= FACET.height && to.x >= 0 && to.y >= 0, 'land is lost');
      }
    }),
  );
});

test('a glide ends where a zoom would, holds the pointer at each frame, and adds up with what comes meanwhile', () => {
  const [at, view] = [{ x: 200, y: 250 }, new Viewpoint(FACET, () => CANVAS)];
  const { scale } = view;
  const tile = view.tileAt(at);
  view.glide(2, at);
  assert.equal(view.scale, scale, 'not at once');
  assert.ok(view.step(16));
  assert.ok(view.scale > scale && view.scale < 2 * scale);
  view.glide(1.5, at);
  let frames = 0;
  for (let last = view.scale; view.step(16); last = view.scale, frames++) {
    assert.ok(view.scale > last, 'never back');
    assertSame(view.tileAt(at), tile);
    assert.ok(frames < 200);
  }
  assert.ok(Math.abs(view.scale - 3 * scale) < NEAR_ENOUGH);
  assert.ok(frames > 10, 'little by little');
  assertSame(view.tileAt(at), tile);
});

test('a zoom goes to its ends and no further; beside the land it holds the nearest land', () => {
  const view = new Viewpoint(FACET, () => CANVAS);
  const furthest = view.scale;
  assert.ok(FACET.width * furthest <= CANVAS.width && FACET.height * furthest <= CANVAS.height);
  for (let i = 0; i < 50; i++) view.zoom(1.3, { x: 400, y: 0 });
  assert.equal(view.scale, NEAREST);
  const { y } = view.pixelOf(0, 0);
  assert.ok(y > 0 && y < CANVAS.height, 'its northern edge is in sight');
  for (let i = 0; i < 50; i++) view.zoom(0.7, { x: 10, y: 10 });
  assert.ok(Math.abs(view.scale - furthest) < NEAR_ENOUGH);
  view.lookAt(5, 6, 8);
  assert.deepEqual([view.x, view.y, view.scale], [5, 6, 8]);
  view.lookAt(7, 8, 2);
  assert.deepEqual([view.x, view.scale], [7, 8], 'never further than it is');
});
