import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TileFlag } from '@gommog/uo/movement';
import type { Picture } from './art-book.ts';
import { isLitWindow, paneOf, windowGlow } from './windows.ts';

const WINDOW = TileFlag.wall | TileFlag.window | TileFlag.lightSource;
const GRAPHIC = 0x003b;

test('most windows in walls are lit, those beside each other alike, and no doors, arches, slits or walls', () => {
  let lit = 0;
  for (let x = 0; x < 64; x++) for (let y = 0; y < 64; y++) if (isLitWindow(GRAPHIC, WINDOW, x, y, 0)) lit++;
  assert.ok(lit > 64 * 64 * 0.5 && lit < 64 * 64 * 0.95, `${lit}`);
  for (let x = 100; x < 104; x++)
    assert.equal(isLitWindow(GRAPHIC, WINDOW, x, 100, 20), isLitWindow(GRAPHIC, WINDOW, 100, 100, 20));
  const arch = TileFlag.wall | TileFlag.window;
  for (const flags of [TileFlag.wall, TileFlag.lightSource, arch, WINDOW | TileFlag.door])
    for (let x = 0; x < 64; x++) assert.ok(!isLitWindow(GRAPHIC, flags, x, 100, 0));
  for (let x = 0; x < 64; x++) assert.ok(!isLitWindow(0x00ca, WINDOW, x, 100, 0));
});

test('windows glow from dusk on, never fully, and never by day', () => {
  const levels = Array.from({ length: 31 }, (_, level) => windowGlow(level));
  assert.ok(levels.slice(0, 6).every((glow) => glow === 0) && levels[8]! > 0);
  assert.ok(levels.every((glow, i) => i === 0 || glow >= levels[i - 1]!) && levels[30]! < 0.8);
});

test('a pane lies within the picture of its wall, on the side that the wall faces', () => {
  const picture = (right: number, down: number, width: number, height: number): Picture => ({
    ...{ page: 0, x: 300, y: 400 },
    ...{ right, down, width, height },
  });
  // A wall on the southern edge of its tile reaches from its left corner to its lowest one.
  assert.deepEqual(paneOf(picture(-22, -102, 22, 102)), { left: 7, top: 30, width: 8, height: 26, slope: 1 });
  // One on the eastern edge from there to its right corner.
  assert.deepEqual(paneOf(picture(0, -102, 22, 102)), { left: 7, top: 38, width: 8, height: 26, slope: -1 });
  // What has another shape would show a pane in the air.
  for (const other of [picture(-22, -40, 22, 40), picture(-4, -102, 8, 102), picture(10, -102, 22, 102)])
    assert.equal(paneOf(other), null);
});
