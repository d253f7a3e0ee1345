import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from './service.ts';

/** Where a service keeps its program: no part of the repository, and gone with `node_modules`. */
export function serviceCache({ name }: Service): string {
  return join(fileURLToPath(new URL('../../node_modules/.cache/gommog-services', import.meta.url)), name);
}
