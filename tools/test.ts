/**
 * `npm test [-- PART | --all]`: runs every `*.test.ts` (or those whose path contains PART), each in its own process, two at a time.
 * The `*.long.test.ts` run only when PART or `--all` asks for them, so that nobody waits more than five minutes before each commit.
 * Prints each failure as it comes and `N passed, N failed, N skipped` as its last line.
 */
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from 'node:test';
import { flag, readCommandLine } from '@gommog/command-line';

const LONG = '.long.test.ts';

const {
  rest: [part = ''],
  values: { all },
} = readCommandLine({
  name: 'npm test --',
  about: 'Runs every test but the long ones, or all those whose path contains PART.',
  options: { all: flag('the long ones, too') },
  rest: '[part]',
});
const found = globSync('{packages,games,apps,tools,trials,bench,examples}/**/*.test.ts', {
  exclude: (path) => path.includes('node_modules'),
})
  .filter((file) => file.includes(part))
  .sort();
const files = found.filter((file) => all || part !== '' || !file.endsWith(LONG));
for (const file of found) if (!files.includes(file)) console.log(`left out: ${file} (--all runs it)`);

const count = { passed: 0, failed: 0, skipped: 0 };
const perFile = new Map<string, number>();
const startedAt = performance.now();

const stream = run({ files, concurrency: 2, timeout: 280_000 });

stream.on('test:pass', ({ name, file, skip, details }) => {
  if (details.type === 'suite' || isFile(name, file)) return;
  if (skip !== undefined && skip !== false) {
    count.skipped++;
    console.log(`skipped: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`);
    return;
  }
  count.passed++;
  perFile.set(file ?? '', (perFile.get(file ?? '') ?? 0) + details.duration_ms);
});

stream.on('test:fail', ({ name, file, details }) => {
  if (details.type === 'suite') return;
  count.failed++;
  const error = details.error.cause ?? details.error;
  console.log(`\nFAILED: ${name}\n  in ${relative(process.cwd(), file ?? '?')}`);
  console.log(`  ${String(error instanceof Error ? error.stack : error).replaceAll('\n', '\n  ')}\n`);
});

stream.on('test:stderr', ({ message }) => process.stderr.write(message));

/** A file that has tests is itself reported as one that passed. */
function isFile(name: string, file: string | undefined): boolean {
  return file !== undefined && (name === file || file.endsWith(name));
}

for await (const _ of stream);

const slowest = [...perFile].sort((a, b) => b[1] - a[1]).slice(0, 5);
console.log(
  `\nslowest: ${slowest.map(([file, ms]) => `${relative(process.cwd(), file)} ${(ms / 1000).toFixed(1)} s`).join(', ')}`,
);
console.log(`${files.length} files in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
if (files.length === 0) {
  console.log(`no test matches '${part}'`);
  count.failed = 1;
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed === 0 ? 0 : 1;
