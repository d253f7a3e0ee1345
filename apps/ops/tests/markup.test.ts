import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const src = join(import.meta.dirname, '../src');
const ways =
  /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|srcdoc|javascript:/;

test('no words of the world can become markup: the pages have no way to make any from a text', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: src });
  assert.ok(files.length > 20);
  for (const file of files) assert.doesNotMatch(readFileSync(join(src, file), 'utf8'), ways, file);
});
