export { blocksOf } from './land-block.ts';
export { type PublishedWorld, WorldPublisher } from './world-publisher.ts';
