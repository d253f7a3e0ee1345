import { relative, resolve } from 'node:path';
import { run } from 'node:test';

/** What became of the tests of one file. */
export interface TestFile {
  /** Its path from the working directory. */
  readonly file: string;
  passes: number;
  failures: number;
  skips: number;
  /** Time that its tests took, in milliseconds. */
  ms: number;
}

/** Where a test is: of tests that several files share, `file` is where they are written, and `entryFile` what runs them. */
interface Event {
  readonly name: string;
  readonly file?: string | undefined;
  readonly entryFile?: string;
}

/** A file that hangs for longer is ended, and has failed; in milliseconds. */
const LIMIT_MS = 280_000;

/** Runs test files, `atOnce` of them at a time, each in a process of its own, and prints what fails and what is skipped. */
export async function runFiles(
  files: readonly string[],
  { atOnce, signal }: { readonly atOnce: number; readonly signal: AbortSignal },
): Promise<TestFile[]> {
  const results = new Map<string, TestFile>(
    files.map((file) => [file, { file, passes: 0, failures: 0, skips: 0, ms: 0 }]),
  );
  const resultOf = (event: Event): TestFile => {
    const file = relative(process.cwd(), resolve(event.entryFile ?? event.file ?? event.name));
    const result = results.get(file);
    if (result === undefined) throw new Error(`a test of ${file} was not asked for: ${event.name}`);
    return result;
  };

  const stream = run({ files: [...files], concurrency: atOnce, timeout: LIMIT_MS, signal });
  stream.on('test:pass', (event) => {
    const { name, skip, details } = event;
    if (details.type === 'suite' || isWholeFile(event)) return;
    const result = resultOf(event);
    if (skip !== undefined && skip !== false) {
      result.skips++;
      console.log(`skipped: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`);
      return;
    }
    result.passes++;
    result.ms += details.duration_ms;
  });
  stream.on('test:fail', (event) => {
    const { name, details } = event;
    if (details.type === 'suite') return;
    const result = resultOf(event);
    result.failures++;
    const error = details.error.cause ?? details.error;
    console.log(`\nFAILED: ${name}\n  in ${result.file}`);
    console.log(`  ${String(error instanceof Error ? error.stack : error).replaceAll('\n', '\n  ')}\n`);
  });
  stream.on('test:stderr', ({ message }) => process.stderr.write(message));
  for await (const _ of stream);
  return [...results.values()];
}

/** A file that has tests is itself reported as one that passed. */
function isWholeFile({ name, file }: Event): boolean {
  return file !== undefined && (name === file || file.endsWith(name));
}

/** The sum of one count over files. */
export function countOf(results: readonly TestFile[], count: 'passes' | 'failures' | 'skips'): number {
  return results.reduce((sum, result) => sum + result[count], 0);
}
