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

const KEPT = 2_000;
/** Characters of a line; a longer one keeps its text only. */
const LONGEST = 8_192;
const SECRET = /password|secret|token|hash|cookie|authorization/i;

const logLevels = logLevel.options;

/** The newest lines of the log, in memory. Takes JSON lines as pino writes them. */
export class RecentLines {
  readonly #lines: LogLine[] = [];
  #nextId = 1;

  /** Part of the interface of a stream. */
  write(json: string): void {
    const { level, msg, time, ...details } = JSON.parse(json) as Record<string, unknown>;
    this.#lines.push({
      id: this.#nextId++,
      at: Number(time),
      level: logLevels[Math.round(Number(level) / 10) - 1] ?? 'info',
      text: String(msg ?? ''),
      details: json.length > LONGEST ? {} : withoutSecrets(details),
    });
    if (this.#lines.length > KEPT) this.#lines.shift();
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
