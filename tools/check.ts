/** `npm run check`: everything that can be said about the sources without running them. Stops at nothing, reports all. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { readCommandLine } from '@gommog/command-line';
import { bannedWords, crossedWalls, type Finding, type SourceFile, untidyFiles } from './walls.ts';

interface Guard {
  readonly name: string;
  run(): boolean;
}

function command(name: string, program: string, args: readonly string[]): Guard {
  return {
    name,
    run() {
      const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
      if (status === 0) return true;
      console.log(`${stdout}${stderr}${error?.message ?? ''}`.trimEnd());
      return false;
    },
  };
}

function sources(): SourceFile[] {
  return globSync('{packages,games,apps,tools,trials,bench,examples}/**/*.{ts,tsx}', {
    exclude: (path) => /(^|\/)(node_modules|generated|fixtures|kst)$/.test(path),
  }).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function findings(name: string, find: (file: SourceFile) => Finding[]): Guard {
  return {
    name,
    run() {
      const found = sources().flatMap(find);
      for (const { path, line, problem } of found) console.log(`${path}:${line}: ${problem}`);
      return found.length === 0;
    },
  };
}

readCommandLine({
  name: 'npm run check --',
  about: 'Everything that can be said about the sources without running them.',
  options: {},
});

const guards: readonly Guard[] = [
  command('types', 'tsc', ['-p', 'tsconfig.json', '--noEmit']),
  command('types of core', 'tsc', ['-p', 'packages/core', '--noEmit']),
  command('types of wire', 'tsc', ['-p', 'packages/wire', '--noEmit']),
  command('types of play', 'tsc', ['-p', 'apps/play', '--noEmit']),
  command('types of ops', 'tsc', ['-p', 'apps/ops', '--noEmit']),
  command('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  findings('walls', crossedWalls),
  findings('words', bannedWords),
  findings('files', untidyFiles),
  command('dead code', 'knip', ['--no-progress']),
  command('saved schemas', process.execPath, ['tools/lock-schemas.ts', '--check']),
  command('generated code is fresh', process.execPath, ['packages/ksy/src/main.ts', '--check']),
];

let failed = 0;
for (const guard of guards) {
  const startedAt = performance.now();
  const ok = guard.run();
  if (!ok) failed++;
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${guard.name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
