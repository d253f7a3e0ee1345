import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineComponent, json, text, u8, u16 } from '@gommog/core';
import { lockSchemas, schemaProblems } from './schema-lock.ts';

const one = { words: text, hue: u8 };
const Sign = defineComponent({ id: 136, name: 'sign', fields: one });
const lock = lockSchemas({}, [Sign]);

function problemOf(...components: Parameters<typeof schemaProblems>[1]): string {
  const problems = schemaProblems(lock, components);
  assert.equal(problems.length, 1, problems.join('\n'));
  return problems[0]!;
}

test('what is locked and has not changed is well, and so are components that are not saved', () => {
  const Glow = defineComponent({ id: 137, name: 'glow', persisted: false, fields: { x: u8 } });
  assert.deepEqual(schemaProblems(lock, [Sign, Glow]), []);
});

test('a field that changes without a version raise is found: another type, name, order, or one more', () => {
  for (const fields of [
    { words: text, hue: u16 },
    { words: text, colour: u8 },
    { hue: u8, words: text },
    { ...one, size: u8 },
  ]) {
    assert.match(problemOf(defineComponent({ id: 136, name: 'sign', fields })), /have changed: raise/);
  }
});

test('a component that is gone, no longer saved, or has given its id away is found', () => {
  assert.match(problemOf(), /is gone/);
  assert.match(
    problemOf(defineComponent({ id: 136, name: 'sign', persisted: false, fields: one })),
    /is gone/,
  );
  assert.match(problemOf(defineComponent({ id: 136, name: 'board', fields: one })), /never given/);
});

test('a new component and a raised version have to be locked, and then saves of both versions are read', () => {
  assert.match(
    problemOf(Sign, defineComponent({ id: 9, name: 'new', fields: { x: json([]) } })),
    /not in the lock/,
  );
  const raised = (hue: number) =>
    defineComponent({
      id: 136,
      name: 'sign',
      version: 2,
      fields: { words: text, hue: u16 },
      past: { 1: { fields: one, upgrade: (old) => ({ ...old, hue }) } },
    });
  assert.ok(
    schemaProblems(lock, [raised(5)]).some((problem) => /version 2 is not in the lock/.test(problem)),
  );
  const next = lockSchemas(lock, [raised(5)]);
  assert.deepEqual(schemaProblems(next, [raised(5)]), []);
  // An upgrade that was released and then does something else would change worlds behind people's backs.
  assert.match(schemaProblems(next, [raised(6)])[0]!, /read as something else/);
});
