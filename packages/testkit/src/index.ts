export { readSavedWorld, type SavedWorld } from './saved-world.ts';
export { runGommog, ShardProcess, type ShardProcessOptions, spawnGommog } from './shard-process.ts';
