import type { z } from 'zod';
import { hint, type Problems } from './problems.ts';
import type { Path } from './source.ts';

/** Where a value of the checked data stands in a file. */
export type Locate = (path: Path) => { file: string; line: number };

/** Checks data against a schema. What is wrong goes to `problems`; then the answer is undefined. */
export function check<S extends z.ZodType>(
  schema: S,
  value: unknown,
  locate: Locate,
  problems: Problems,
): z.output<S> | undefined {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) explain(schema, issue, locate, problems);
  return undefined;
}

function explain(schema: z.ZodType, issue: z.core.$ZodIssue, locate: Locate, problems: Problems): void {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    for (const key of issue.keys) {
      problems.add(locate([...issue.path, key]), `unknown key '${key}'${hint(key, known)}`);
    }
    return;
  }
  const name = issue.path.map(String).join('.');
  const what = name === '' ? issue.message : `${name}: ${issue.message}`;
  const wrong = issue.code === 'invalid_value' && typeof issue.input === 'string' ? issue.input : undefined;
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  problems.add(
    locate(issue.path),
    wrong === undefined ? what : `${name}: unknown '${wrong}'${hint(wrong, choices)}`,
  );
}

/** The keys that may stand under a path. */
function keysAt(schema: unknown, path: Path): string[] {
  let at = unwrap(schema);
  for (const part of path) {
    const { shape, def } = at as { shape?: Record<PropertyKey, unknown>; def?: Record<string, unknown> };
    at = unwrap(shape?.[part] ?? def?.['valueType'] ?? def?.['element']);
  }
  return Object.keys((at as { shape?: object } | undefined)?.shape ?? {});
}

/** The schema inside an optional or a default one. */
function unwrap(schema: unknown): unknown {
  const inner = (schema as { def?: { innerType?: unknown } } | undefined)?.def?.innerType;
  return inner === undefined ? schema : unwrap(inner);
}
