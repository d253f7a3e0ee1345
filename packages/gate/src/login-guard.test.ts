import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LoginGuard } from './login-guard.ts';

const FIVE_MINUTES = 300_000;

test('after five failures a key is locked for five minutes', () => {
  const guard = new LoginGuard();
  for (let i = 0; i < 4; i++) guard.failed('anna', 0);
  assert.equal(guard.isLocked('anna', 0), false);
  guard.failed('anna', 0);
  assert.equal(guard.isLocked('anna', FIVE_MINUTES - 1), true);
  assert.equal(guard.isLocked('anna', FIVE_MINUTES), false);
  assert.equal(guard.isLocked('bert', 0), false);
});

test('no more checks run at once than may fail', () => {
  const guard = new LoginGuard();
  const begun = Array.from({ length: 8 }, () => guard.begin('anna', 0));
  assert.deepEqual(begun, [true, true, true, true, true, false, false, false]);
  guard.succeeded('anna');
  assert.equal(guard.begin('anna', 0), true);
});

test('failures of long ago are forgotten, and those before a success', () => {
  const guard = new LoginGuard();
  for (let i = 0; i < 4; i++) guard.failed('anna', 0);
  guard.failed('anna', FIVE_MINUTES + 1);
  assert.equal(guard.isLocked('anna', FIVE_MINUTES + 1), false);
  for (let i = 0; i < 3; i++) guard.failed('anna', FIVE_MINUTES + 2);
  guard.succeeded('anna');
  guard.failed('anna', FIVE_MINUTES + 3);
  assert.equal(guard.isLocked('anna', FIVE_MINUTES + 3), false);
});
