/**
 * `npm run lock:schemas`: writes what is new in the saved components of each game into its `schema-lock.json`. With `--check` it
 * writes nothing, and fails when a save of a released version could not be read any more, or when something is not locked.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { flag, readCommandLine } from '@gommog/command-line';
import type { Component } from '@gommog/core';
import { lockSchemas, type SchemaLock, schemaProblems } from './schema-lock.ts';

const isCheck = readCommandLine({
  name: 'npm run lock:schemas --',
  about: 'Locks what is new in the saved components of each game.',
  options: { check: flag('writes nothing, and fails when something is not locked or could not be read') },
}).values.check;
let failed = false;

for (const index of globSync('games/*/index.ts')) {
  const { components } = (await import(pathToFileURL(index).href)) as { components?: readonly Component[] };
  if (components === undefined) continue;
  const file = join(dirname(index), 'schema-lock.json');
  const lock = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SchemaLock) : {};
  const next = isCheck ? lock : lockSchemas(lock, components);
  const problems = schemaProblems(next, components);
  for (const problem of problems) console.log(`${file}: ${problem}`);
  if (problems.length > 0) failed = true;
  else if (!isCheck) writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
}
process.exitCode = failed ? 1 : 0;
