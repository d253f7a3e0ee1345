import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { kstIds, type Outcome, runKst } from './kst-suite.ts';

/*
 * The public test suite of the language (github.com/kaitai-io/kaitai_struct_tests, MIT; see kst/LICENSE). Each description is
 * read right, or refused: then kst/rejected.txt says so, with the reason. Nothing is read wrongly. When the generator learns to
 * do more, take the lines out that the second test names.
 */

const listed = new Map(
  readFileSync(new URL('kst/rejected.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const [id, ...why] = line.split(': ');
      return [id!, why.join(': ')];
    }),
);

const outcomes: ReadonlyMap<string, Outcome> = await runKst(kstIds());

function ofKind(kind: Outcome['kind']): string[] {
  return [...outcomes].flatMap(([id, outcome]) =>
    outcome.kind === kind ? [`${id}: ${outcome.kind === 'passed' ? '' : outcome.why}`] : [],
  );
}

test('no description of the public suite is read wrongly', () => {
  assert.ok(outcomes.size > 300);
  assert.deepEqual(ofKind('wrong'), []);
});

test('what is refused is listed with the reason, and nothing else', () => {
  assert.deepEqual(ofKind('rejected').sort(), [...listed].map((entry) => entry.join(': ')).sort());
});

test('more than half of the suite passes', () => {
  assert.ok(ofKind('passed').length > outcomes.size / 2, `${ofKind('passed').length} of ${outcomes.size}`);
});
