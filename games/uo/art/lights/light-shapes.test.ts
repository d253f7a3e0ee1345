import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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

  it('of a window shine one way', () => {
    const { height, levels, width } = lightShape(3)!;
    const half = (part: (x: number, y: number) => boolean): number =>
      levels.reduce((sum, level, i) => sum + (part(i % width, Math.floor(i / width)) ? level : 0), 0);
    assert.ok(
      half((x, y) => y > height / 2 && x < width / 2) > 3 * half((x, y) => y < height / 2 && x > width / 2),
    );
  });
});
