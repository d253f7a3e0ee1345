export { blocksOf } from './land-block.ts';
export type { NamedPlace } from './tables.ts';
export { type PublishedWorld, WorldPublisher } from './world-publisher.ts';
