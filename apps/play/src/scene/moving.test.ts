import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from './art-book.ts';
import { ChangedCells } from './changed-cells.ts';
import { Moving } from './moving.ts';
import { evenLight } from './quads.ts';
import type { Rect } from './rect.ts';

const PICTURE: Picture = { page: 0, x: 0, y: 0, width: 10, height: 10, right: 0, down: 0 };

/** A graphics card that writes down what it is told, and does nothing. */
function recorded(): { gl: WebGL2RenderingContext; calls: string[] } {
  const calls: string[] = [];
  const gl = new Proxy(
    {},
    {
      get: (_, name: string) =>
        /^[A-Z0-9_]+$/.test(name)
          ? name
          : (...given: unknown[]) => {
              calls.push([name, ...given.filter((each) => typeof each !== 'object')].join(' '));
              return {};
            },
    },
  );
  return { gl: gl as WebGL2RenderingContext, calls };
}

/** The scene is the canvas here. */
const asItIs = (part: Rect): Rect => part;

function canvas(): ChangedCells {
  const cells = new ChangedCells();
  cells.fit(640, 64);
  return cells;
}

function lay(moving: Moving, x: number, alpha: number): void {
  const shade = { hue: 0, tone: 1, alpha, glow: 0 };
  moving.quadsFor(alpha).picture(PICTURE, x, 0, 1, false, shade, evenLight(0));
}

test('what is seen through is drawn after all that is solid, whatever was laid down first, and hides nothing', () => {
  const { calls, gl } = recorded();
  const moving = new Moving(gl);
  for (const [x, alpha] of [
    [0, 0.5],
    [1, 1],
    [2, 1],
  ] as const)
    lay(moving, x, alpha);
  const cells = canvas();
  moving.markChanges(cells, asItIs);
  calls.length = 0;
  moving.draw(cells, asItIs);
  const told = calls.filter((call) => /^(drawElements|depthMask|enable|disable)/.test(call));
  assert.deepEqual(
    told.map((call) => call.replace(/ UNSIGNED_INT.*/, '')),
    [
      'enable DEPTH_TEST',
      'drawElements TRIANGLES 12',
      'depthMask false',
      'enable BLEND',
      'drawElements TRIANGLES 6',
      'disable BLEND',
      'depthMask true',
      'disable DEPTH_TEST',
    ],
  );
});

test('it marks where something moved, came, went, or lets more through; nothing when it is laid down again as it was', () => {
  const moving = new Moving(recorded().gl);
  const marked = (...all: readonly (readonly [x: number, alpha: number])[]): number[] => {
    moving.clear();
    for (const [x, alpha] of all) lay(moving, x, alpha);
    const cells = canvas();
    moving.markChanges(cells, asItIs);
    return cells.rects().flatMap(({ left, right }) => [left, right]);
  };
  assert.deepEqual(marked([5, 1]), [0, 32]);
  assert.deepEqual(marked([5, 1]), []);
  assert.deepEqual(marked([70, 1]), [0, 32, 64, 96]);
  assert.deepEqual(marked([70, 0.5]), [64, 96]);
  assert.deepEqual(marked([70, 0.5]), []);
  assert.deepEqual(marked([70, 0.5], [200, 1]), [192, 224]);
  assert.deepEqual(marked([70, 0.5], [200, 1]), []);
  assert.deepEqual(marked(), [64, 96, 192, 224]);
  assert.deepEqual(marked(), []);
});

test('of many only what changed is drawn, and with one who is seen through all that it touches', () => {
  const { calls, gl } = recorded();
  const moving = new Moving(gl);
  const quadsDrawn = (...all: readonly (readonly [x: number, alpha: number])[]): number[] => {
    moving.clear();
    for (const [x, alpha] of all) lay(moving, x, alpha);
    const cells = canvas();
    moving.markChanges(cells, asItIs);
    calls.length = 0;
    moving.draw(cells, asItIs);
    return calls
      .flatMap((call) => /^drawElements TRIANGLES (\d+)/.exec(call)?.[1] ?? [])
      .map((n) => Number(n) / 6);
  };
  assert.deepEqual(quadsDrawn([5, 1], [300, 1], [60, 0.5], [80, 1]), [3, 1]);
  assert.deepEqual(quadsDrawn([5, 1], [300, 1], [60, 0.5], [80, 1]), []);
  assert.deepEqual(quadsDrawn([5, 1], [301, 1], [60, 0.5], [80, 1]), [1], 'nobody else is near');
  assert.deepEqual(quadsDrawn([6, 1], [301, 1], [60, 0.5], [80, 1]), [1], 'nobody else is near');
  // The one who is seen through reaches from the cell of the change into the next one, where another stands.
  assert.deepEqual(quadsDrawn([40, 1], [301, 1], [60, 0.5], [80, 1]), [2, 1]);
});
