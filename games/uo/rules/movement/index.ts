// The rules of walking as they stand by themselves: they know neither the world nor Node, so that a client that goes ahead
// of the shard can take its steps by the very same ones.

export type { StaticTile, Terrain } from '../../files/terrain.ts';
export { type TileData, TileFlag } from '../../files/tile-data.ts';
export { Direction, directionTo, offsetX, offsetY } from './direction.ts';
export { type Ground, noObstacles, type Obstacle, type Obstacles } from './obstacles.ts';
export { newPace, type Pace, stepCost, tryStep, tryTurn } from './pace.ts';
export { standAt } from './place.ts';
export { checkStep, type Step } from './step.ts';
export { averageLandZ, type Mover, PERSON_HEIGHT } from './surfaces.ts';
