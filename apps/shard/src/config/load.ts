import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Config, configSchema } from './schema.ts';

export type { Config } from './schema.ts';

import { nearestWord } from '@gommog/uo';

/** A configuration that cannot be used; the message names file, line and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What the command line says, by dotted key: it wins over the environment, which wins over the file. */
export type Overrides = Readonly<Record<string, unknown>>;

const ENV_PREFIX = 'GOMMOG_';
/** Where tests find the servers they need: not for a shard. */
const TEST_PREFIX = 'GOMMOG_TEST_';

/**
 * Reads the configuration: defaults, then the file, then `GOMMOG_*` of the environment (`GOMMOG_LISTEN_UOPORT=2600`), then
 * `overrides`. Throws ConfigError.
 */
export function loadConfig(
  file: string | null,
  env: Readonly<Record<string, string | undefined>>,
  overrides: Overrides,
): Config {
  const source = file === null ? null : readYaml(file);
  const raw = (source?.document.toJS() ?? {}) as Record<string, unknown>;
  const origins = new Map<string, string>();
  for (const [key, value] of environment(env)) {
    assign(raw, key, value.value);
    origins.set(key, `environment variable ${value.name}`);
  }
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) continue;
    assign(raw, key, value);
    origins.set(key, 'command line');
  }
  const parsed = configSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => explain(issue, file, source, origins));
  throw new ConfigError(lines.join('\n'));
}

interface Source {
  readonly document: Document;
  readonly counter: LineCounter;
}

function readYaml(file: string): Source {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new ConfigError(`${file}:${problem.linePos?.[0].line ?? 1}: ${problem.message.split('\n')[0]}`);
  }
  const content: unknown = document.toJS();
  if (content !== null && (typeof content !== 'object' || Array.isArray(content))) {
    throw new ConfigError(`${file}:1: must be a list of keys and values`);
  }
  return { document, counter };
}

/** One line: where, what, and what may have been meant. */
function explain(
  issue: z.core.$ZodIssue,
  file: string | null,
  source: Source | null,
  origins: ReadonlyMap<string, string>,
): string {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map((key) => {
        const full = [...path, key];
        const meant = nearestWord(key, keysAt(path));
        const hint =
          meant === undefined ? `known keys: ${keysAt(path).join(', ')}` : `did you mean '${meant}'?`;
        return `${where(full, file, source, origins)}: unknown key '${full.join('.')}'; ${hint}`;
      })
      .join('\n');
  }
  return `${where(path, file, source, origins)}: ${path.join('.')}: ${issue.message}`;
}

function where(
  path: readonly string[],
  file: string | null,
  source: Source | null,
  origins: ReadonlyMap<string, string>,
): string {
  const origin = origins.get(path.join('.'));
  if (origin !== undefined) return origin;
  if (source === null) return file ?? 'configuration';
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? source.document.contents : source.document.getIn(path.slice(0, length - 1), true);
    const items = (parent as { items?: readonly { key?: unknown }[] } | null)?.items ?? [];
    const pair = items.find(({ key }) => isNode(key) && String(key) === path[length - 1]);
    const offset = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    if (offset !== undefined) return `${file}:${source.counter.linePos(offset).line}`;
  }
  return `${file}:1`;
}

/** The keys that may stand under a path. */
function keysAt(path: readonly string[]): string[] {
  let schema: unknown = configSchema;
  for (const key of path) schema = unwrap((schema as { shape?: Record<string, unknown> }).shape?.[key]);
  return Object.keys((schema as { shape?: Record<string, unknown> } | undefined)?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as { def?: { innerType?: unknown } } | undefined)?.def?.innerType;
  return inner === undefined ? schema : unwrap(inner);
}

/** Variables by the dotted key they stand for; case and separators do not count: GOMMOG_LISTEN_UOPORT is `listen.uoPort`. */
function* environment(
  env: Readonly<Record<string, string | undefined>>,
): Generator<[string, { name: string; value: unknown }]> {
  const known = new Map(
    leafKeys(configSchema, []).map((key) => [key.replaceAll('.', '_').toUpperCase(), key]),
  );
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith(ENV_PREFIX) || name.startsWith(TEST_PREFIX) || text === undefined) continue;
    const key = known.get(name.slice(ENV_PREFIX.length).toUpperCase());
    if (key === undefined) {
      const meant = nearestWord(name.slice(ENV_PREFIX.length).toUpperCase(), [...known.keys()]);
      const hint = meant === undefined ? '' : `; did you mean ${ENV_PREFIX}${meant}?`;
      throw new ConfigError(`environment variable ${name}: there is no such setting${hint}`);
    }
    yield [key, { name, value: parseDocument(text).toJS() as unknown }];
  }
}

/** Dotted keys of all settings. */
export function leafKeys(schema: unknown, path: readonly string[]): string[] {
  const shape = (unwrap(schema) as { shape?: Record<string, unknown> }).shape;
  if (shape === undefined) return [path.join('.')];
  return Object.entries(shape).flatMap(([key, inner]) => leafKeys(inner, [...path, key]));
}

function assign(target: Record<string, unknown>, key: string, value: unknown): void {
  const path = key.split('.');
  let at = target;
  for (const part of path.slice(0, -1)) {
    at[part] ??= {};
    at = at[part] as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}
