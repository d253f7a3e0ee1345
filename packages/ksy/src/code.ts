import type { Analysis } from './analysis.ts';
import { type Form, paramTypes, typeScript } from './emit-interfaces.ts';
import type { TypeDef } from './model.ts';
import { local } from './names.ts';
import { outsideLocal } from './scope.ts';

/** Lines two spaces further in. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

export function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...indented(lines), '}'];
}

/** Does the code mention the name? */
export function mentions(lines: readonly string[], name: string): boolean {
  const pattern = new RegExp(`(?<![\\w.'])${name}(?![\\w'])`);
  return lines.some((line) => pattern.test(line));
}

/** `name: type` of each parameter of a function for a type; what the body does not use is marked so. `prefix` goes before described types. */
export function parameters(
  def: TypeDef,
  form: Form,
  analysis: Analysis,
  body: readonly string[],
  prefix = '',
): string[] {
  const list = paramTypes(def).map(([id, type]): [string, string] => [local(id), type]);
  for (const outside of analysis.outside(def)) {
    if (outside.from === 'root' && def.outer === null) continue;
    list.push([
      outsideLocal(outside),
      typeScript(analysis.outsideValue(def, outside), form, analysis, prefix),
    ]);
  }
  return list.map(([name, type]) => `${mentions(body, name) ? name : `_${name}`}: ${type}`);
}

/** `id` in hex, two digits at least. */
export function hex(value: number | bigint): string {
  return `0x${value.toString(16).padStart(2, '0')}`;
}
