import { Command, Option } from 'commander';
import type { OptionKind } from './options.ts';

/** What a program can be told. */
export interface CommandLine<O> {
  /** As a person types it, such as `npm run sim --`. */
  readonly name: string;
  readonly about: string;
  /** By name, as in `--stop-ms`; what they are, is in the order of the usage. */
  readonly options: O;
  /** What may stand there besides options, as in the usage: `[part]` for one, `[names...]` for many. Default: nothing. */
  readonly rest?: string;
}

type Options = Readonly<Record<string, OptionKind<unknown>>>;

export interface Given<O extends Options> {
  readonly values: { readonly [K in keyof O]: O[K] extends OptionKind<infer T> ? T : never };
  readonly rest: readonly string[];
}

/** The person has asked for what there is not. */
const EXIT_REFUSED = 2;

/**
 * What a program was told, for those that contributors run. Asked for `--help` it prints the usage with all defaults, and the process
 * ends; told what there is not, it says in one line what is wrong, and the process ends with exit code 2.
 */
export function readCommandLine<const O extends Options>(
  { about, name, options, rest }: CommandLine<O>,
  args: readonly string[] = process.argv.slice(2),
): Given<O> {
  const command = new Command(name)
    .description(about)
    .configureOutput({ outputError: (text, write) => write(`${text.trim().replaceAll(/\s+/g, ' ')}\n`) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : EXIT_REFUSED));
  if (rest === undefined) command.usage('[options]');
  else command.usage(`[options] ${rest}`).argument(rest);
  for (const [key, { about, initial, read, value }] of Object.entries(options)) {
    const option = new Option(value === null ? `--${key}` : `--${key} <${value}>`, about);
    // commander hands a default on as what was given earlier, and a list would begin with it.
    let before: unknown;
    if (value !== null) {
      option.argParser((text: string) => {
        before = read(text, before);
        return before;
      });
    }
    command.addOption(option.default(initial ?? undefined, wordsOf(initial)));
  }
  command.parse(args, { from: 'user' });
  const given = command.opts<Record<string, unknown>>();
  const values = Object.entries(options).map(([key, { initial }]) => [key, given[camelCase(key)] ?? initial]);
  return { values: Object.fromEntries(values), rest: command.args } as Given<O>;
}

/** Says in one line what is wrong with what was asked for, and ends the process. */
export function refuse(problem: string): never {
  process.stderr.write(`error: ${problem}\n`);
  process.exit(EXIT_REFUSED);
}

/** As the usage tells a default. */
function wordsOf(initial: unknown): string {
  return Array.isArray(initial) ? initial.join(', ') : String(initial);
}

/** As commander names the value of `--stop-ms`. */
function camelCase(key: string): string {
  return key.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
