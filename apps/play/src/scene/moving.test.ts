import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from './art-book.ts';
import { Moving } from './moving.ts';

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

function lay(moving: Moving, x: number, alpha: number): void {
  moving.quadsFor(alpha).picture(PICTURE, x, 0, 1, false, { hue: 0, tone: 1, alpha, glow: 0 }, 0, 0);
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
  calls.length = 0;
  moving.draw();
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

test('it has changed when something moved, came, went, or lets more through; not when it is laid down again as it was', () => {
  const moving = new Moving(recorded().gl);
  const frame = (...all: readonly (readonly [x: number, alpha: number])[]): boolean => {
    moving.clear();
    for (const [x, alpha] of all) lay(moving, x, alpha);
    return moving.hasChanged();
  };
  assert.deepEqual(
    [
      frame([5, 1]),
      frame([5, 1]),
      frame([6, 1]),
      frame([6, 0.5]),
      frame([6, 0.5]),
      frame([6, 0.5], [7, 1]),
      frame([6, 0.5], [7, 1]),
      frame(),
      frame(),
    ],
    [true, false, true, true, false, true, false, true, false],
  );
  assert.equal(moving.isEmpty, true);
});
