import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { DraftScene, spotKey } from './draft-scene.ts';
import { Ground } from './facet-draft.ts';
import { type GeneratedWorld, generateFacet } from './generate.ts';
import { listStartCities } from './places.ts';
import { loadTileTables, type TileTables } from './tile-tables.ts';
import { STOREY } from './walls.ts';

const SEEDS = [1, 6];

for (const seed of SEEDS) {
  let world: GeneratedWorld;
  let scene: DraftScene;
  let tables: TileTables;
  let reached: Set<string>;

  before(async () => {
    tables = await loadTileTables();
    world = await generateFacet(seed, 512);
    scene = new DraftScene(world.draft, tables);
    reached = scene.flood(listStartCities(world)[0]!);
  });

  test(`seed ${seed}: every start city stands on ground that one can walk away from`, () => {
    for (const city of listStartCities(world)) {
      assert.ok(reached.has(spotKey(city)), `${city.name} cannot be reached on foot`);
      assert.notEqual(scene.step(city, 4), null, `${city.name}: no step to the south`);
    }
  });

  test(`seed ${seed}: every street of every town can be walked`, () => {
    for (const town of world.towns) {
      let streets = 0;
      world.draft.each(town.rect, -1, (index, x, y) => {
        if (world.draft.ground[index] !== Ground.cobble || scene.isBlocked(x, y)) return;
        streets++;
        assert.ok(reached.has(spotKey({ x, y, z: town.z })), `${town.name}: street at ${x}, ${y}`);
      });
      assert.ok(streets > 1000, `${town.name} has ${streets} tiles of street`);
    }
  });

  test(`seed ${seed}: one can enter every house and climb to its highest storey`, () => {
    let upper = 0;
    for (const town of world.towns) {
      for (const { plan, door, step, flights } of town.houses) {
        assert.ok(reached.has(spotKey({ ...step, z: plan.z })), `${plan.name}: before the door`);
        assert.ok(reached.has(spotKey({ ...door, z: plan.z })), `${plan.name}: in the doorway`);
        flights.forEach(({ foot, landing }, storey) => {
          const z = plan.z + storey * STOREY;
          assert.ok(reached.has(spotKey({ ...foot, z })), `${plan.name}: foot of flight ${storey}`);
          assert.ok(reached.has(spotKey({ ...landing, z: z + STOREY })), `${plan.name}: landing ${storey}`);
          upper++;
        });
      }
    }
    assert.ok(upper > 20, `only ${upper} upper storeys`);
  });

  test(`seed ${seed}: every bridge can be crossed, and every farm entered`, () => {
    const onFoot = new Set([...reached].map((key) => key.slice(0, key.lastIndexOf(','))));
    let decks = 0;
    world.draft.bridges.forEach((axis, index) => {
      if (axis === 0) return;
      decks++;
      const x = index % world.draft.width;
      const y = (index - x) / world.draft.width;
      assert.ok(onFoot.has(`${x},${y}`), `bridge at ${x}, ${y}`);
    });
    assert.ok(decks > 0, 'no bridge in this land');
    assert.ok(world.farms.length >= 3, `${world.farms.length} farms`);
    for (const { plan, door } of world.farms) {
      assert.ok(reached.has(spotKey({ ...door, z: plan.z })), `${plan.name} at ${door.x}, ${door.y}`);
    }
  });

  test(`seed ${seed}: the dungeon's levels and all their rooms can be reached through the cave`, () => {
    assert.equal(world.levels.length, 3);
    for (const { entry, exit, rooms } of world.levels) {
      assert.ok(reached.has(spotKey(entry)), 'entry of a level');
      if (exit !== null) assert.ok(reached.has(spotKey(exit)), 'way down');
      for (const { x, y } of rooms) {
        assert.ok(reached.has(spotKey({ x: x + 1, y: y + 1, z: 0 })), `room at ${x}, ${y}`);
      }
    }
  });

  test(`seed ${seed}: the way back from the deepest level leads out into the open`, () => {
    const deepest = world.levels.at(-1)!;
    const back = scene.flood(deepest.entry);
    assert.ok(back.has(spotKey(listStartCities(world)[0]!)));
  });

  test(`seed ${seed}: nothing is known of no graphic`, () => {
    const unknown = new Set<string>();
    for (const { graphic } of [...world.draft.statics, ...world.draft.decorations]) {
      if (tables.records.items[graphic] === undefined) unknown.add(graphic.toString(16));
    }
    for (const graphic of world.draft.land) {
      if (tables.records.land[graphic] === undefined) unknown.add(`land ${graphic.toString(16)}`);
    }
    assert.deepEqual([...unknown], []);
  });
}
