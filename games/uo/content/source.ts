import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problems } from './problems.ts';

export type Path = readonly PropertyKey[];

/** A YAML file that was read, and where in it each value stands. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Where the key or list element of a path stands; for one that is not there, the nearest thing around it. */
  at(path: Path): { file: string; line: number };
}

/** Reads one file. What is not YAML goes to `problems`, and the file counts as empty. */
export function readSource(file: string, problems: Problems): Source {
  const counter = new LineCounter();
  const document = parseDocument(readText(file, problems), { lineCounter: counter });
  for (const problem of document.errors) {
    const line = problem.linePos?.[0].line ?? 1;
    problems.add({ file, line }, problem.message.split('\n')[0]!.replace(/ at line \d+.*$/, ''));
  }
  return {
    file,
    value: document.errors.length > 0 ? null : (document.toJS() as unknown),
    at: (path) => ({ file, line: counter.linePos(offsetOf(document.contents, path)).line }),
  };
}

function readText(file: string, problems: Problems): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    problems.add({ file, line: 1 }, `cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`);
    return '';
  }
}

function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
