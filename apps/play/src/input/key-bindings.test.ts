import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionOf, actions, keyOf, rebound } from './key-bindings.ts';

test('every key does one thing', () => {
  assert.equal(new Set(actions.map(([, , code]) => code)).size, actions.length);
});

test('a key that is given to another act leaves the one that it had with the key that became free', () => {
  const bindings = rebound({}, 'paperdoll', 'KeyI');
  assert.equal(keyOf(bindings, 'paperdoll'), 'KeyI');
  assert.equal(keyOf(bindings, 'backpack'), 'KeyP');
  assert.equal(actionOf(bindings, 'KeyI'), 'paperdoll');
  const fresh = rebound(bindings, 'paperdoll', 'KeyZ');
  assert.equal(actionOf(fresh, 'KeyZ'), 'paperdoll');
  assert.equal(actionOf(fresh, 'KeyI'), null);
});
