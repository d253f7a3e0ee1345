import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Direction } from './direction.ts';
import { checkStep } from './step.ts';
import type { Mover } from './surfaces.ts';
import { Graphic, ROCK, Scene, VOID, WATER } from './test-scene.ts';

const player: Mover = { height: 16, isPlayer: true };
const creature: Mover = { height: 16, isPlayer: false };

function step(scene: Scene, x: number, y: number, z: number, direction: number, mover: Mover = player) {
  const { terrain, tileData, obstacles } = scene;
  return checkStep({ terrain, tileData, obstacles, x, y, z, direction, mover });
}

describe('a step on land', () => {
  it('goes all eight ways on flat ground', () => {
    for (let direction = 0; direction < 8; direction++) {
      assert.equal(step(new Scene(), 5, 5, 0, direction), 0);
    }
  });

  it('follows a slope up and down', () => {
    const scene = new Scene().fill((x) => x * 4);
    assert.equal(step(scene, 5, 5, 22, Direction.east), 26);
    assert.equal(step(scene, 6, 5, 26, Direction.west), 22);
  });

  it('takes any slope whose foot it reaches, but no ledge', () => {
    const slope = new Scene().fill((x) => (x > 6 ? 30 : 0));
    assert.equal(step(slope, 5, 5, 0, Direction.east), 15);
    assert.equal(step(slope, 6, 5, 15, Direction.east), 30);
    const ledge = new Scene().static(5, 5, 0, Graphic.block).static(6, 5, 8, Graphic.block);
    assert.equal(step(ledge, 5, 5, 5, Direction.east), null);
    assert.equal(step(ledge, 6, 5, 13, Direction.west), 5);
  });

  it('has no limit downwards', () => {
    const scene = new Scene().static(5, 5, 60, Graphic.floor);
    assert.equal(step(scene, 5, 5, 60, Direction.north), 0);
  });

  it('does not enter void land, rock or water', () => {
    for (const graphic of [VOID, 0x002, 0x1ae, 0x1b5, ROCK, WATER]) {
      const scene = new Scene().land(6, 5, 0, graphic);
      assert.equal(step(scene, 5, 5, 0, Direction.east), null, graphic.toString(16));
    }
  });

  it('walks on a floor over void land', () => {
    const scene = new Scene()
      .fill(() => 0, VOID)
      .static(5, 5, 20, Graphic.floor)
      .static(6, 5, 20, Graphic.floor);
    assert.equal(step(scene, 5, 5, 20, Direction.east), 20);
    assert.equal(step(scene, 6, 5, 20, Direction.east), null);
  });

  it('ends at the edge of the facet', () => {
    const scene = new Scene(4, 4);
    assert.equal(step(scene, 0, 0, 0, Direction.north), null);
    assert.equal(step(scene, 0, 0, 0, Direction.northWest), null);
    assert.equal(step(scene, 2, 2, 0, Direction.southEast), 0);
    assert.equal(step(scene, 3, 3, 0, Direction.east), null);
    assert.equal(step(scene, 3, 3, 0, Direction.south), null);
    assert.equal(step(scene, 3, 3, 0, Direction.northWest), 0);
    assert.equal(step(scene, -1, 0, 0, Direction.east), null);
  });

  it('lets swimmers into water, and on land', () => {
    const swimmer: Mover = { ...creature, swims: true };
    const scene = new Scene().fill(() => -5, WATER).land(5, 5, -5);
    assert.equal(step(scene, 5, 5, -5, Direction.east, swimmer), -5);
    assert.equal(step(scene, 6, 5, -5, Direction.west, swimmer), -5);
    assert.equal(step(scene, 6, 5, -5, Direction.east, creature), null);
    const pond = new Scene()
      .fill(() => -15)
      .static(6, 5, -5, Graphic.sea)
      .static(7, 5, -5, Graphic.sea);
    assert.equal(step(pond, 6, 5, -5, Direction.east, swimmer), -5);
  });
});

describe('stairs', () => {
  const stairs = new Scene()
    .static(5, 5, 0, Graphic.stair)
    .static(6, 5, 0, Graphic.block)
    .static(6, 5, 5, Graphic.stair)
    .static(7, 5, 5, Graphic.block)
    .static(7, 5, 10, Graphic.stair)
    .static(8, 5, 15, Graphic.floor);

  it('lead up and down', () => {
    const up = [0, 2, 7, 12, 15];
    for (let i = 0; i + 1 < up.length; i++) {
      assert.equal(step(stairs, 4 + i, 5, up[i]!, Direction.east), up[i + 1], `up from ${up[i]}`);
      assert.equal(step(stairs, 5 + i, 5, up[i + 1]!, Direction.west), up[i], `down from ${up[i + 1]}`);
    }
  });

  it('are not entered from the side, where they are high', () => {
    assert.equal(step(stairs, 7, 4, 0, Direction.south), null);
  });

  it('can be left at their top, however steep they are', () => {
    const scene = new Scene().static(5, 5, 0, Graphic.tallStair).static(6, 5, 20, Graphic.floor);
    scene.land(6, 5, 0, VOID);
    assert.equal(step(scene, 4, 5, 0, Direction.east), 10);
    assert.equal(step(scene, 5, 5, 10, Direction.east), 20);
  });
});

describe('a bridge over a river', () => {
  const river = new Scene().fill((x) => (x >= 5 && x <= 8 ? -20 : 0));
  for (let x = 4; x <= 8; x++) {
    for (let y = 0; y < 15; y++) river.land(x, y, x === 4 ? 0 : -20, x === 4 ? 0x003 : WATER);
    river.static(x, 6, 0, Graphic.plank);
  }

  it('carries, while the water beside it does not', () => {
    assert.equal(step(river, 5, 6, 3, Direction.east), 3);
    assert.equal(step(river, 5, 6, 3, Direction.north), null);
    assert.equal(step(river, 8, 6, 3, Direction.east), 0);
  });

  it('lets swimmers pass below', () => {
    const fish: Mover = { ...creature, swims: true };
    assert.equal(step(river, 6, 7, -20, Direction.north, fish), -20);
  });
});

describe('headroom', () => {
  it('is refused under a low ceiling', () => {
    const low = new Scene().static(6, 5, 15, Graphic.floor);
    assert.equal(step(low, 5, 5, 0, Direction.east), null);
    const high = new Scene().static(6, 5, 16, Graphic.floor);
    assert.equal(step(high, 5, 5, 0, Direction.east), 0);
    assert.equal(step(low, 5, 5, 0, Direction.east, { ...player, height: 12 }), 0);
  });

  it('lets one walk below and on a floor', () => {
    const scene = new Scene();
    for (let x = 4; x < 10; x++) scene.static(x, 5, 20, Graphic.floor);
    assert.equal(step(scene, 5, 5, 0, Direction.east), 0);
    assert.equal(step(scene, 5, 5, 20, Direction.east), 20);
  });

  it('is needed to leave the surface one stands on, too', () => {
    // Down from 20 to 0: the head passes 36, so something at 30 is in the way although 16 above the ground is free.
    const scene = new Scene().static(5, 5, 20, Graphic.floor).static(6, 5, 30, Graphic.wall);
    assert.equal(step(scene, 5, 5, 20, Direction.east), null);
    assert.equal(step(scene, 5, 6, 0, Direction.north, creature), 0);
  });

  it('ignores what is neither a surface nor impassable', () => {
    assert.equal(step(new Scene().static(6, 5, 0, Graphic.flower), 5, 5, 0, Direction.east), 0);
  });
});

describe('items at the target', () => {
  it('are walls and tables, which are not walked over', () => {
    for (const graphic of [Graphic.wall, Graphic.halfWall, Graphic.window, Graphic.table]) {
      assert.equal(step(new Scene().static(6, 5, 0, graphic), 5, 5, 0, Direction.east), null);
    }
    assert.equal(
      step(new Scene().thing(6, 5, { graphic: Graphic.table, z: 0 }), 5, 5, 0, Direction.east),
      null,
    );
  });

  it('do not carry when they lie under the land', () => {
    // The land at the target rises out of reach; the floor in it is level with the mover, but deep in the ground.
    const scene = new Scene()
      .fill((x) => (x >= 6 ? 40 : 0))
      .land(6, 5, 10)
      .land(6, 6, 10);
    scene.static(6, 5, 0, Graphic.floor);
    assert.equal(step(scene, 5, 5, 5, Direction.east), 25);
    scene.static(6, 5, 50, Graphic.floor).static(6, 5, 30, Graphic.wall);
    assert.equal(step(scene, 5, 5, 5, Direction.east), null);
  });

  it('are taken at the height nearest to the mover, the lower of two', () => {
    const scene = new Scene().fill(() => -40).static(5, 5, 0, Graphic.floor);
    scene.static(6, 5, 2, Graphic.floor).static(6, 5, -30, Graphic.floor);
    assert.equal(step(scene, 5, 5, 0, Direction.east), 2);
    scene.static(6, 5, -2, Graphic.floor);
    assert.equal(step(scene, 5, 5, 0, Direction.east), 2, 'no room between -2 and 2');
    const stairs = new Scene()
      .fill(() => -2)
      .static(5, 5, 0, Graphic.floor)
      .static(6, 5, 2, Graphic.floor);
    assert.equal(step(stairs, 5, 5, 0, Direction.east), 2, 'the land has no room below the floor');
  });
});

describe('doors', () => {
  const ghost: Mover = { ...player, ghost: true };
  const closed = new Scene().thing(6, 5, { graphic: Graphic.door, z: 0 });

  it('stop the living while closed', () => {
    assert.equal(step(closed, 5, 5, 0, Direction.east), null);
    assert.equal(
      step(new Scene().thing(6, 5, { graphic: Graphic.openDoor, z: 0 }), 5, 5, 0, Direction.east),
      0,
    );
  });

  it('do not stop ghosts, however they are known to be doors', () => {
    assert.equal(step(closed, 5, 5, 0, Direction.east, ghost), 0);
    const old = new Scene().static(6, 5, 0, Graphic.oldDoor);
    assert.equal(step(old, 5, 5, 0, Direction.east, ghost), 0);
    const secret = new Scene().thing(6, 5, { graphic: Graphic.wall, z: 0, isDoor: true });
    assert.equal(step(secret, 5, 5, 0, Direction.east, ghost), 0);
    assert.equal(step(secret, 5, 5, 0, Direction.east), null);
    const wall = new Scene().thing(6, 5, { graphic: Graphic.wall, z: 0 });
    assert.equal(step(wall, 5, 5, 0, Direction.east, ghost), null);
  });

  it('are unlike fields, which stop all but those who may pass them', () => {
    const field = new Scene().thing(6, 5, { graphic: Graphic.field, z: 0, isField: true });
    assert.equal(step(field, 5, 5, 0, Direction.east, ghost), null);
    assert.equal(step(field, 5, 5, 0, Direction.east, { ...player, passesFields: true }), 0);
    const wall = new Scene().static(6, 5, 0, Graphic.field);
    assert.equal(step(wall, 5, 5, 0, Direction.east, { ...player, passesFields: true }), null);
  });

  it('are unlike hedges, over which one flies', () => {
    const hedge = new Scene().static(6, 5, 0, Graphic.hedge);
    assert.equal(step(hedge, 5, 5, 0, Direction.east), null);
    assert.equal(step(hedge, 5, 5, 0, Direction.east, { ...player, flies: true }), 0);
  });
});

describe('a diagonal step', () => {
  it('needs both neighbours for players, one for creatures', () => {
    const one = new Scene().static(6, 5, 0, Graphic.wall);
    const other = new Scene().static(5, 6, 0, Graphic.wall);
    const both = new Scene().static(6, 5, 0, Graphic.wall).static(5, 6, 0, Graphic.wall);
    for (const scene of [one, other]) {
      assert.equal(step(scene, 5, 5, 0, Direction.southEast), null);
      assert.equal(step(scene, 5, 5, 0, Direction.southEast, creature), 0);
    }
    assert.equal(step(both, 5, 5, 0, Direction.southEast), null);
    assert.equal(step(both, 5, 5, 0, Direction.southEast, creature), null);
    assert.equal(step(both, 6, 6, 0, Direction.northWest, creature), null);
  });
});
