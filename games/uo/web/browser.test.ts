import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Everything that a module imports at run time, by whatever way, with the module that does. */
function importsOf(start: URL): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (file: URL): void => {
    const code = readFileSync(file, 'utf8');
    for (const [, clause, name] of code.matchAll(/^(?:import|export)\s([^'";]*?)from '([^']+)'/gm)) {
      if (clause!.startsWith('type ')) continue;
      const target = name!.startsWith('.') ? new URL(name!, file).href : name!;
      if (found.has(target)) continue;
      found.set(target, file.href);
      if (target.startsWith('file:')) visit(new URL(target));
    }
  };
  visit(start);
  return found;
}

const WIRE = import.meta.resolve('@gommog/wire');

test('the protocol, the rules of walking and the runtime under them run where there is no Node', () => {
  for (const start of [
    new URL('index.ts', import.meta.url),
    new URL('../rules/movement/index.ts', import.meta.url),
    new URL(WIRE),
  ]) {
    const imports = importsOf(start);
    assert.ok(imports.size > 3, start.href);
    for (const [name, from] of imports)
      assert.ok(name.startsWith('file:') || name === '@gommog/wire', `${from} imports '${name}'`);
  }
});
