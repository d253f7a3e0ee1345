import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The YAML files of a folder, by name; none if there is no such folder. */
export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Of several folders, the file of the last that has it; undefined if none has. */
export function lastWith(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).findLast((file) => existsSync(file));
}
