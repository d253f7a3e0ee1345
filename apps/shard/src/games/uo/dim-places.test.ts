import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BRITANNIA_FILE, loadDefinitions } from '@gommog/uo/files';
import { REGIONS_FILE } from '@gommog/uo/worldgen';
import { dimPlacesIn } from './dim-places.ts';

test('client files without regions have the dungeons of the classic land; regions take their place', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-dim-'));
  try {
    const classic = loadDefinitions(BRITANNIA_FILE);
    const isDark = (facet: number, x: number, y: number): boolean =>
      dimPlacesIn(dir, classic).some(
        (each) =>
          each.facet === facet &&
          x >= each.x &&
          x < each.x + each.width &&
          y >= each.y &&
          y < each.y + each.height,
      );
    for (const facet of [0, 1]) {
      assert.ok(isDark(facet, 5120, 0) && isDark(facet, 6143, 2303));
      // The old land, the open land in the south, and what later clients have further east.
      assert.ok(!isDark(facet, 5119, 100) && !isDark(facet, 5200, 2304) && !isDark(facet, 6144, 100));
    }
    assert.ok(!isDark(2, 5200, 100));
    const cave = { name: 'A cave', facet: 0, rects: [{ x: 1, y: 2, width: 3, height: 4 }], light: 20 };
    await writeFile(join(dir, REGIONS_FILE), JSON.stringify([cave, { ...cave, light: undefined }]));
    assert.deepEqual(dimPlacesIn(dir, classic), [{ facet: 0, x: 1, y: 2, width: 3, height: 4, level: 20 }]);
    await writeFile(join(dir, REGIONS_FILE), '[]');
    assert.deepEqual(dimPlacesIn(dir, classic), []);
  } finally {
    await rm(dir, { recursive: true });
  }
});
