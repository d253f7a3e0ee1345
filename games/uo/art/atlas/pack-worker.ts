import { workerData } from 'node:worker_threads';
import { DrawnArt } from '../drawn-art.ts';
import { packAtlases, packBody } from './pack.ts';

/** All atlases of a world, or that of one body. */
export type PackWork =
  | { readonly dir: string; readonly version: string; readonly world: string }
  | { readonly dir: string; readonly body: number };

const work = workerData as PackWork;
const art = await DrawnArt.load();
if ('body' in work) await packBody(art, work.body, work.dir);
else await packAtlases({ art, ...work });
