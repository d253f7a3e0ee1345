import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineComponent, json, text, u16, World } from '@gommog/core';
import { DocumentView } from './document-view.ts';

const Book = defineComponent({
  id: 200,
  name: 'book',
  fields: { template: u16, pages: json<readonly (readonly string[])[]>([]), password: text },
});
const Skills = defineComponent({ id: 201, name: 'skills', fields: { values: json<readonly number[]>([]) } });

const world = new World({
  planes: [],
  kinds: [{ name: 'thing', first: 1, last: 9 }],
  components: [Book, Skills],
  seed: 0,
});
const words = { book: { template: { 7: 'red-book' } }, skills: { values: { 0: 'alchemy', 1: 'anatomy' } } };

/** What a document shows of a state. */
function shown(component: typeof Book | typeof Skills): Record<string, unknown> | null {
  for (const state of world.states()) {
    if (state.component === component.id)
      return new DocumentView({ ...world.schema(), words }).fieldsOf(component.id, state.version, state.data);
  }
  return null;
}

test('numbers that stand for something have their word beside them, as far as there is one', () => {
  world.set(1, Book, { template: 7 });
  assert.equal(shown(Book)?.['templateName'], 'red-book');
  world.set(1, Book, { template: 8 });
  assert.equal(shown(Book)?.['template'], 8);
  assert.ok(!('templateName' in shown(Book)!));
  world.set(1, Skills, { values: [0, 305, 10] });
  assert.deepEqual(shown(Skills), { values: [0, 305, 10], valuesByName: { anatomy: 305, '#2': 10 } });
});

test('arrays in arrays are in objects, which every server takes; secrets are hidden', () => {
  world.set(1, Book, { pages: [['once', 'upon'], []], password: 'abc' });
  const { pages, password } = shown(Book)!;
  assert.deepEqual([pages, password], [[{ list: ['once', 'upon'] }, { list: [] }], '(hidden)']);
});
