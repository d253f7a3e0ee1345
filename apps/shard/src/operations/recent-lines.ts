import { type LogLine, logLevel } from '@gommog/staff-api';

export interface LineFilter {
  /** Least level. */
  readonly level: string;
  readonly search: string;
  /** Only lines of this session; null: of all. */
  readonly session: number | null;
  /** Only lines with a greater id. */
  readonly after: number;
  readonly limit: number;
}

/** Lines that are remembered. */
export const KEPT_LINES = 2_000;
/** Characters of a line; a longer one keeps its text only, and of that no more either. */
const LONGEST = 8_192;
/** What a shard that was killed had not put on the disk had numbers too, and whoever asks for later ones must not miss any. */
const SKIPPED_IDS = 10_000;
const SECRET = /password|secret|token|hash|cookie|authorization/i;

const logLevels = logLevel.options;

/** The newest lines of the log, in memory. Takes JSON lines as pino writes them. */
export class RecentLines {
  #lines: LogLine[] = [];
  #nextId = 1;
  #keep: (line: LogLine) => void = () => {};

  /** Puts the lines of before in front of those that have come already, and hands these and all that come to `keep`. */
  resume(past: readonly LogLine[], keep: (line: LogLine) => void): void {
    const first = past.length === 0 ? 1 : past.at(-1)!.id + SKIPPED_IDS;
    const early = this.#lines.map((line, i) => ({ ...line, id: first + i }));
    this.#lines = [...past, ...early].slice(-KEPT_LINES);
    this.#nextId = first + early.length;
    this.#keep = keep;
    for (const line of early) keep(line);
  }

  /** Part of the interface of a stream. */
  write(json: string): void {
    const { level, msg, time, ...details } = JSON.parse(json) as Record<string, unknown>;
    const line: LogLine = {
      id: this.#nextId++,
      at: Number(time),
      level: logLevels[Math.round(Number(level) / 10) - 1] ?? 'info',
      text: String(msg ?? '').slice(0, LONGEST),
      details: json.length > LONGEST ? {} : withoutSecrets(details),
    };
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    this.#keep(line);
  }

  /** The newest lines that fit, oldest first. */
  find({ after, level, limit, search, session }: LineFilter): readonly LogLine[] {
    const least = logLevels.indexOf(level as (typeof logLevels)[number]);
    const wanted = search.toLowerCase();
    return this.#lines
      .filter(
        (line) =>
          line.id > after &&
          (session === null || line.details['session'] === session) &&
          logLevels.indexOf(line.level as (typeof logLevels)[number]) >= least &&
          (wanted === '' || `${line.text} ${JSON.stringify(line.details)}`.toLowerCase().includes(wanted)),
      )
      .slice(-limit);
  }
}

/** The logger cuts what it knows to be secret; this cuts whatever is called so. */
function withoutSecrets(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, each]) => {
    if (SECRET.test(key)) return [key, '(hidden)'] as const;
    const isNested = typeof each === 'object' && each !== null && !Array.isArray(each);
    return [key, isNested ? withoutSecrets(each as Record<string, unknown>) : each] as const;
  });
  return Object.fromEntries(entries);
}
