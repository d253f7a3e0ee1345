import { workerData } from 'node:worker_threads';
import { DrawnArt } from '../drawn-art.ts';
import { packAtlases } from './pack.ts';

const { dir, version, world } = workerData as { dir: string; version: string; world: string };
await packAtlases({ art: await DrawnArt.load(), dir, version, world });
