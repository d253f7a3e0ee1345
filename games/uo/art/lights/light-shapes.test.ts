import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { loadContent } from '../../content/index.ts';
import { behaviours } from '../../rules/things/use/behaviours.ts';
import { LIGHT_IDS, lightShape } from './light-shapes.ts';

describe('light shapes', () => {
  it('are bright at their lamp, dark at their edge, and never beyond what files can say', () => {
    for (const id of LIGHT_IDS) {
      const { height, levels, width } = lightShape(id)!;
      assert.equal(levels.length, width * height);
      const middle = levels[(height / 2) * width + width / 2]!;
      assert.ok(middle > 10 && middle <= 31, `light ${id}`);
      assert.ok(
        levels.every((level) => level >= 0 && level <= 31),
        `light ${id}`,
      );
      assert.equal(levels[0], 0);
    }
    assert.equal(lightShape(LIGHT_IDS.length), null);
  });

  it('there is one for each item that shines', () => {
    const { items } = loadContent({ behaviours: new Set(Object.keys(behaviours)) });
    for (const { id, light } of items.all()) {
      if (light !== undefined) assert.ok(lightShape(light.id) !== null, id);
    }
  });

  it('there is one for each static that shines, and lamps shine all around', async () => {
    const tables = new URL('../../worldgen/data/item-tiles.yaml', import.meta.url);
    for (const [name, flags, , , light] of parse(await readFile(tables, 'utf8'))) {
      if (!flags.includes('lightSource') || flags.includes('wearable')) continue;
      const shape = lightShape(light);
      assert.ok(shape !== null, name);
      if (name !== 'lamp post') continue;
      const { height, levels, width } = shape;
      const at = (x: number, y: number): number => levels[Math.floor(y) * width + Math.floor(x)]!;
      const around = [at(width / 4, height / 2), at((width * 3) / 4, height / 2), at(width / 2, height / 4)];
      assert.ok(Math.min(...around) > 5, `a ${name} is dark on one side`);
    }
  });

  it('of a window shine one way', () => {
    const { height, levels, width } = lightShape(3)!;
    const half = (part: (x: number, y: number) => boolean): number =>
      levels.reduce((sum, level, i) => sum + (part(i % width, Math.floor(i / width)) ? level : 0), 0);
    assert.ok(
      half((x, y) => y > height / 2 && x < width / 2) > 3 * half((x, y) => y < height / 2 && x > width / 2),
    );
  });
});
