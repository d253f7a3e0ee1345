import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseLayout } from './parse-layout.ts';

test('parts have their place, their page and their words', () => {
  const { mayClose, mayMove, parts } = parseLayout(
    '{ noclose }{ page 0 }{ resizepic 0 0 5054 200 100 }{ page 2 }{ text 10 20 33 1 }{ button 5 6 7 8 1 0 9 }{ textentry 1 2 30 20 0 4 0 }',
    ['typed', 'Hello'],
  );
  assert.deepEqual([mayClose, mayMove], [false, true]);
  assert.deepEqual(parts, [
    { page: 0, x: 0, y: 0, kind: 'background', gump: 5054, width: 200, height: 100 },
    { page: 2, x: 10, y: 20, kind: 'text', hue: 33, text: 'Hello', width: 0, height: 0 },
    { page: 2, x: 5, y: 6, kind: 'button', up: 7, down: 8, answers: true, to: 0, id: 9 },
    { page: 2, x: 1, y: 2, kind: 'entry', width: 30, height: 20, hue: 0, id: 4, text: 'typed', limit: 0 },
  ]);
});

test('the window is as large as its parts', () => {
  const { height, width } = parseLayout('{resizepic 10 20 1 300 150}', []);
  assert.deepEqual([width, height], [310, 170]);
});

test('radio buttons know their group', () => {
  const { parts } = parseLayout('{group 1}{radio 0 0 1 2 1 5}{group 2}{radio 0 0 1 2 0 6}', []);
  assert.deepEqual(
    parts.map((part) => part.kind === 'switch' && part.group),
    [1, 2],
  );
});

test('no layout whatsoever throws; what is not known is passed over', () => {
  assert.deepEqual(parseLayout('{ dance 1 2 3 }{ text }{{', []).parts.length, 1);
  const word = fc.constantFrom('{', '}', 'text', 'button', 'page', 'radio', '-1', '9e9', '', '7', 'htmlgump');
  fc.assert(
    fc.property(fc.array(word), (parts) => {
      parseLayout(parts.join(' '), []);
    }),
  );
});
