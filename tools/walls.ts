/**
 * Who may import whom, and which words may stand where. Pure functions over file texts, so that their own tests can show each
 * of them failing.
 */

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly problem: string;
}

interface Layer {
  /** Beginning of the paths that belong to it. */
  readonly under: string;
  /** What it may import by name; a trailing `*` matches any rest. */
  readonly may: readonly string[];
}

const layers: readonly Layer[] = [
  { under: 'packages/core/', may: [] },
  { under: 'packages/wire/', may: [] },
  { under: 'packages/net/', may: ['node:*', 'ws'] },
  { under: 'packages/store/', may: ['node:*', '@gommog/core', 'lmdb', 'zod'] },
  { under: 'packages/gate/', may: ['@gommog/core', 'node:zlib'] },
  { under: 'packages/bots/', may: [] },
  { under: 'packages/command-line/', may: ['commander'] },
  { under: 'packages/topics/', may: ['node:*', '@gommog/core', '@gommog/store'] },
  { under: 'packages/browser-app/', may: ['vite'] },
  { under: 'packages/staff-api/', may: ['zod'] },
  { under: 'packages/ksy/', may: ['node:*', '@gommog/command-line', '@gommog/wire', 'yaml'] },
  { under: 'packages/host/', may: ['node:*', '@gommog/*', 'prom-client', 'pino'] },
  { under: 'packages/testkit/', may: ['node:*', '@gommog/core', '@gommog/net', '@gommog/store'] },
  {
    under: 'games/',
    may: ['node:*', '@gommog/bots', '@gommog/core', '@gommog/gate', '@gommog/wire', 'yaml', 'zod'],
  },
  { under: 'apps/', may: ['node:*', '@gommog/*', '*'] },
  { under: 'trials/', may: ['node:*', '@gommog/*'] },
  { under: 'bench/', may: ['node:*', '@gommog/*', 'playwright-core'] },
  { under: 'examples/', may: ['node:*', '@gommog/*', 'gommog'] },
  { under: 'tools/', may: ['*'] },
];

/** What tests may import besides: their own harness, and the official compiler as an oracle. */
const testsMay = [
  'node:*',
  '@gommog/*',
  'fast-check',
  'kaitai-struct',
  'kaitai-struct-compiler',
  'yaml',
  'ws',
];
/** What one file may know that its package does not: `wire` leaves zlib to Node, `store` has one door to each server. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'packages/wire/src/zlib.ts': ['node:zlib'],
  'packages/store/src/redis-image.ts': ['@redis/client'],
  'packages/store/src/redis-image.test.ts': ['@redis/client'],
  'packages/store/src/mongodb-image.ts': ['mongodb'],
  'packages/store/src/mongodb-image.test.ts': ['mongodb'],
  'packages/store/src/mongodb-updates.ts': ['mongodb'],
  'packages/store/src/combinations.test.ts': ['@redis/client', 'mongodb'],
  'packages/store/src/kafka-partition.ts': ['@platformatic/kafka'],
  'packages/store/src/kafka-partition.test.ts': ['@platformatic/kafka'],
};

function isTest(path: string): boolean {
  return /\.(test|contract|bench|fuzz)\.ts$/.test(path) || /\/(test|testing)\//.test(path);
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith('*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern || name.startsWith(`${pattern}/`);
}

/** Imports that cross a wall, by package name or by a relative path. */
export function crossedWalls({ path, text }: SourceFile): Finding[] {
  const layer = layers.find(({ under }) => path.startsWith(under));
  if (layer === undefined) return [];
  const may = [...layer.may, ...(isTest(path) ? testsMay : []), ...(exceptions[path] ?? [])];
  const findings: Finding[] = [];
  for (const { name, line } of importsOf(text)) {
    if (name.startsWith('.')) {
      const target = resolve(path, name);
      // Trials start the same servers as tests do, and those are no package.
      const isServer = path.startsWith('trials/') && target.startsWith('tools/services/');
      if (unitOf(target) !== unitOf(path) && !isServer) {
        findings.push({
          path,
          line,
          problem: `'${name}' reaches into another package: import it by its name`,
        });
      }
    } else if (
      /^(gommog|@gommog\/(chronicle|economy))($|\/)/.test(name) &&
      !path.startsWith('examples/') &&
      !path.startsWith('tools/')
    ) {
      findings.push({ path, line, problem: 'nobody imports an app' });
    } else if (!may.some((pattern) => matches(name, pattern))) {
      findings.push({
        path,
        line,
        problem: `'${name}' may not be imported here (${layer.under} may: ${layer.may.join(', ') || 'nothing'})`,
      });
    }
  }
  return findings;
}

function* importsOf(text: string): Generator<{ name: string; line: number }> {
  const pattern =
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  for (const match of text.matchAll(pattern)) {
    yield { name: (match[1] ?? match[2] ?? match[3])!, line: lineOf(text, match.index) };
  }
}

/** The workspace a path belongs to: its first two parts, or the first for those at the top. */
function unitOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return ['packages', 'games', 'apps'].includes(top) ? `${top}/${second}` : top;
}

function resolve(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

interface Ban {
  readonly pattern: RegExp;
  readonly where: (path: string) => boolean;
  readonly problem: string;
}

const simulated = (path: string): boolean =>
  (path.startsWith('packages/core/') || /^games\/[^/]+\/rules\//.test(path)) && !isTest(path);
/** Games live under `games/`; what is universal must not know one by name. */
const universal = (path: string): boolean =>
  /^packages\/(bots|command-line|core|gate|host|ksy|net|store|testkit|wire)\//.test(path) &&
  !isTest(path) &&
  !path.endsWith('.md');

/** The part of a game's session that serves clients of every kind: what lies under a folder of a dialect does not. */
const dialectless = (path: string): boolean =>
  /^games\/uo\/session\/(?!uo\/|web\/)/.test(path) && !isTest(path);

const bans: readonly Ban[] = [
  {
    pattern: /\bDate\.now\(|\bnew Date\(|\bperformance\.now\(/,
    where: simulated,
    problem: 'no wall clock in the simulation: use ctx.nowMs',
  },
  {
    pattern: /\bMath\.random\(/,
    where: simulated,
    problem: 'no chance of its own in the simulation: use ctx.rng',
  },
  {
    pattern: /\b(async|await|setTimeout|setInterval|Promise)\b(?!.*\*)/,
    where: (p) => simulated(p),
    problem: 'nothing waits in the tick',
  },
  {
    pattern: /\b(ultima|uo|britannia|minecraft|classic|classicube|mcgalaxy|crossfire)\b/i,
    where: universal,
    problem: 'a game is named in a universal package',
  },
  {
    pattern: /\bfrom '[^']*\/(protocol|web)\/(index\.ts|generated\/)/,
    where: dialectless,
    problem: 'what is shown is decided without packets: the words belong into a dialect',
  },
  {
    pattern: /\b(clilocs?|gumps?|hues?|mobiles?|notoriety|paperdolls?|uop)\b/i,
    where: universal,
    problem: 'a game’s thing is named in a universal package',
  },
  {
    // Of code there are blocks too: the generator may speak of them.
    pattern: /\b(bedrock|blocks?|cpe|motd|sapling)\b/i,
    where: (path) => universal(path) && !path.startsWith('packages/ksy/'),
    problem: 'a game’s thing is named in a universal package',
  },
  {
    pattern: /\bparseArgs\b/,
    where: (path) => !isTest(path),
    problem: 'options are read by @gommog/command-line, or by commander in apps',
  },
  {
    pattern: /\bexport default\b/,
    // Vite reads its settings from nowhere else.
    where: (path) => !isTest(path) && !path.endsWith('/vite.config.ts'),
    problem: 'no default exports',
  },
  {
    pattern: /\bconsole\.(log|error|warn)\(/,
    where: (p) => /^(packages|games)\//.test(p) && !isTest(p) && !/(main|sim|fuzz|torture)\.ts$/.test(p),
    problem: 'a library does not print',
  },
];

/** Words that may not stand where they stand. Comments count too, except for the words of the language. */
export function bannedWords({ path, text }: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const active = bans.filter(({ where }) => where(path));
  if (active.length === 0) return findings;
  text.split('\n').forEach((content, i) => {
    const code = content.replace(/\/\/.*$|^\s*\/?\*.*$/, '');
    for (const { pattern, problem } of active) {
      const subject = problem.startsWith('a game') ? content : code;
      if (pattern.test(subject)) findings.push({ path, line: i + 1, problem });
    }
  });
  return findings;
}

const MAX_LINES = 500;
const bannedNames = /(^|\/)(utils?|helpers?|managers?|misc|common|types)\.ts$/;

/** Files that are too long to be one thing, or named for nothing. */
export function untidyFiles({ path, text }: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split('\n').length;
  if (lines > MAX_LINES && !isTest(path)) {
    findings.push({ path, line: lines, problem: `${lines} lines: more than ${MAX_LINES}, split it` });
  }
  if (bannedNames.test(path)) findings.push({ path, line: 1, problem: 'name the file for what it is' });
  return findings;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
