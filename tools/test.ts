/**
 * `npm test [-- PART | --all] [--again]`: runs every `*.test.ts` (or those whose path contains PART), each in its own process, two at
 * a time. The `*.long.test.ts` run only when PART or `--all` asks for them, so that nobody waits more than five minutes before each commit.
 * Prints each failure as it comes and `N passed, N failed, N skipped` as its last line.
 */
import { globSync } from 'node:fs';
import { flag, readCommandLine } from '@gommog/command-line';
import { countOf, runFiles } from './test-files.ts';

const LONG = '.long.test.ts';

const {
  rest: [part = ''],
  values: { again, all },
} = readCommandLine({
  name: 'npm test --',
  about: 'Runs every test but the long ones, or all those whose path contains PART.',
  options: {
    all: flag('the long ones, too'),
    again: flag('files that failed run once more, one at a time, and that run counts'),
  },
  rest: '[part]',
});
const found = globSync('{packages,games,apps,tools,trials,bench,examples}/**/*.test.ts', {
  exclude: (path) => path.includes('node_modules'),
})
  .filter((file) => file.includes(part))
  .sort();
const files = found.filter((file) => all || part !== '' || !file.endsWith(LONG));
for (const file of found) if (!files.includes(file)) console.log(`left out: ${file} (--all runs it)`);

// Whoever ends this run ends the files that run in it.
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    console.log(`ended by ${signal}`);
    ending.abort();
  });

const startedAt = performance.now();
let results = await runFiles(files, { atOnce: 2, signal: ending.signal });
const failed = results.filter(({ failures }) => failures > 0);
if (again && failed.length > 0 && !ending.signal.aborted) {
  console.log(`\n${failed.length} files with failures run again:\n`);
  const second = await runFiles(
    failed.map(({ file }) => file),
    { atOnce: 1, signal: ending.signal },
  );
  for (const { file, failures } of second)
    if (failures === 0) console.log(`UNSTEADY: ${file} failed, and passed at its second run`);
  results = [...results.filter((result) => !failed.includes(result)), ...second];
}

const slowest = results.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
console.log(`\nslowest: ${slowest.map(({ file, ms }) => `${file} ${(ms / 1000).toFixed(1)} s`).join(', ')}`);
console.log(`${files.length} files in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
if (files.length === 0) console.log(`no test matches '${part}'`);
const passed = countOf(results, 'passes');
const failures = countOf(results, 'failures') + (files.length === 0 || ending.signal.aborted ? 1 : 0);
console.log(`${passed} passed, ${failures} failed, ${countOf(results, 'skips')} skipped`);
process.exitCode = failures === 0 ? 0 : 1;
