export { changeSavedWorld, peekSavedWorld, readSavedWorld, type SavedWorld, worldOf } from './saved-world.ts';
export { runGommog, ShardProcess, type ShardProcessOptions, spawnGommog } from './shard-process.ts';
