import type { ResourceLimits } from 'node:worker_threads';

/**
 * For threads that pass bytes on: hardly anything that they make lives long. By default V8 lets a thread fill 48 MiB before it looks
 * for what is dead, and what was once filled stays with the process.
 */
export const THREAD_MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 12 };
