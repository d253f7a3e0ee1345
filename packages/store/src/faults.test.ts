import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultySource } from './faults.ts';
import { componentsOf, encoded, set } from './image.contract.ts';
import { ImageMedium, memorySource } from './memory-image.ts';

test('images that apply old records once more come to another world: the plant of the torture', async () => {
  const records = Array.from({ length: 60 }, (_, i) => encoded(i + 1, [set(1 + (i % 9), 1, i)]));
  const worlds = [];
  for (const faults of [{}, { images: 'repeat' }] as const) {
    const image = await faultySource(memorySource(new ImageMedium()), faults).open();
    await image.apply(records.slice(0, 30));
    await image.catchUp(
      (async function* () {
        yield records.slice(30);
      })(),
    );
    assert.equal(image.position.sequence, 60);
    worlds.push(await componentsOf(image));
  }
  assert.notDeepEqual(worlds[0], worlds[1]);
});
