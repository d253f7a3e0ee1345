import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canFit, layAt, standAt } from './place.ts';
import { averageLandZ } from './surfaces.ts';
import { Graphic, ROCK, Scene, VOID } from './test-scene.ts';

describe('standing height of the land', () => {
  it('is the middle of the flatter diagonal, rounded down', () => {
    const scene = new Scene(2, 2);
    const corners = (top: number, right: number, left: number, bottom: number): number => {
      scene.land(0, 0, top).land(1, 0, right).land(0, 1, left).land(1, 1, bottom);
      return averageLandZ(scene.terrain, 0, 0);
    };
    assert.equal(corners(5, 5, 5, 5), 5);
    assert.equal(corners(0, 4, 5, 20), 4);
    assert.equal(corners(0, 20, 4, 5), 2);
    assert.equal(corners(-1, 0, 0, 0), 0);
    assert.equal(corners(-1, -9, 9, 0), -1);
    assert.equal(corners(0, 3, 3, 0), 0, 'of two equal diagonals the one from north to south');
  });
});

describe('a place to stand', () => {
  const house = new Scene()
    .static(5, 5, 0, Graphic.floor)
    .static(5, 5, 20, Graphic.floor)
    .static(5, 5, 40, Graphic.floor);

  it('is the floor nearest to the hint', () => {
    assert.equal(standAt(house, 5, 5, 0), 0);
    assert.equal(standAt(house, 5, 5, 11), 20);
    assert.equal(standAt(house, 5, 5, 10), 0);
    assert.equal(standAt(house, 5, 5, 127), 40);
  });

  it('is found from above and from below, and not where there is no room', () => {
    const scene = new Scene().static(5, 5, 10, Graphic.floor);
    assert.equal(standAt(scene, 5, 5, 0), 10);
    assert.equal(standAt(new Scene().static(5, 5, 0, Graphic.wall), 5, 5, 0), null);
    assert.equal(standAt(new Scene().land(5, 5, 0, ROCK), 5, 5, 0), null);
    assert.equal(standAt(new Scene().land(5, 5, 0, VOID), 5, 5, 0), null);
    assert.equal(standAt(new Scene(), 99, 5, 0), null);
  });
});

describe('a thing', () => {
  it('fits on land, floors and tables, not in the air or in a wall', () => {
    const scene = new Scene().static(5, 5, 0, Graphic.table).static(6, 5, 0, Graphic.wall);
    assert.equal(canFit(scene, 4, 5, 0, 1), true);
    assert.equal(canFit(scene, 4, 5, 3, 1), false);
    assert.equal(canFit(scene, 4, 5, -1, 1), false);
    assert.equal(canFit(scene, 5, 5, 0, 1), false);
    assert.equal(canFit(scene, 5, 5, 6, 1), true);
    assert.equal(canFit(scene, 6, 5, 0, 1), false);
    assert.equal(canFit(scene, -1, 5, 0, 1), false);
  });

  it('needs room for its height', () => {
    const scene = new Scene().static(5, 5, 10, Graphic.floor);
    assert.equal(canFit(scene, 5, 5, 0, 10), true);
    assert.equal(canFit(scene, 5, 5, 0, 11), false);
    assert.equal(canFit(scene, 5, 5, 10, 200), true);
  });

  it('does not fit into rock or under the land', () => {
    const rock = new Scene()
      .fill(() => 30, ROCK)
      .static(5, 5, 0, Graphic.floor)
      .static(6, 5, 30, Graphic.floor);
    assert.equal(canFit(rock, 5, 5, 0, 31), false);
    assert.equal(canFit(rock, 6, 5, 30, 5), true);
    const slope = new Scene().fill((x) => x * 10).static(5, 5, 48, Graphic.floor);
    assert.equal(averageLandZ(slope.terrain, 5, 5), 55);
    assert.equal(canFit(slope, 5, 5, 48, 16), false);
  });

  it('comes to lie on the highest surface below the hand', () => {
    const scene = new Scene().static(5, 5, 20, Graphic.floor).thing(5, 5, { graphic: Graphic.table, z: 0 });
    assert.equal(layAt(scene, 5, 5, 16, 3), 6);
    assert.equal(layAt(scene, 5, 5, 20, 3), 20);
    assert.equal(layAt(scene, 5, 5, 4, 3), null, 'the table stands there');
    assert.equal(layAt(scene, 4, 5, 4, 3), 0);
    assert.equal(layAt(scene, 4, 5, -4, 3), null);
    assert.equal(layAt(scene, 5, 5, 16, 15), null, 'no room between the table and the floor above');
  });
});
