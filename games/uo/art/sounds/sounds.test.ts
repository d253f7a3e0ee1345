import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { makeSound, SOUND_IDS } from './sounds.ts';

const RULES = join(import.meta.dirname, '..', '..', 'rules');

describe('sounds', () => {
  it('there is one for each that rules make', async () => {
    const known = new Set(SOUND_IDS);
    const numbers: number[] = [];
    for (const entry of await readdir(RULES, { recursive: true })) {
      if (!entry.endsWith('.ts') || entry.endsWith('.test.ts')) continue;
      const text = await readFile(join(RULES, entry), 'utf8');
      for (const [, list] of text.matchAll(/SOUNDS? = \[?([0-9a-fx, ]+)/g)) {
        numbers.push(...list!.split(',').map(Number).filter(Boolean));
      }
    }
    assert.ok(numbers.length > 5);
    for (const number of numbers) assert.ok(known.has(number), `sound ${number.toString(16)}`);
  });

  it('there is one for each that ClassicUO makes of itself: steps, containers, pages, what cannot be put down', () => {
    const known = new Set(SOUND_IDS);
    const containers = [0x2c, 0x2d, 0x2e, 0x2f, 0x48, 0x4f, 0x58];
    for (const number of [...containers, 0x51, 0x55, 0x129, 0x12a, 0x12b, 0x12c])
      assert.ok(known.has(number), `sound ${number.toString(16)}`);
  });

  it('are heard, are short, and begin and end in silence', () => {
    for (const id of SOUND_IDS) {
      const { name, samples } = makeSound(id)!;
      assert.ok(name.length < 40);
      assert.ok(samples.length > 1000 && samples.length < 3.5 * 22_050, `${name} lasts ${samples.length}`);
      assert.ok(
        samples.some((each) => Math.abs(each) > 2500),
        `${name} is too quiet`,
      );
      assert.ok(Math.abs(samples[0]!) < 500 && Math.abs(samples.at(-1)!) < 500);
    }
  });

  it('are the same each time, and differ from each other', () => {
    assert.deepEqual(makeSound(0x12b), makeSound(0x12b));
    assert.notDeepEqual(makeSound(0x12b)!.samples, makeSound(0x12c)!.samples);
    assert.equal(makeSound(0xfff), null);
  });
});
