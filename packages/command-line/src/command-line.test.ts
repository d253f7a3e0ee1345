import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flag, list, readCommandLine, whole, words } from './index.ts';

const line = {
  name: 'npm run trial --',
  about: 'Tries something.',
  options: {
    rounds: whole(20, 'how many'),
    'stop-ms': whole(null, 'when it stops'),
    only: words(null, 'which', 'name'),
    seed: list([1], 'of chance'),
    still: flag('nobody moves'),
  },
};

test('what is given is read, and what is not is as it is said', () => {
  assert.deepEqual(readCommandLine(line, []).values, {
    rounds: 20,
    'stop-ms': null,
    only: null,
    seed: [1],
    still: false,
  });
  const args = ['--seed', '7', '--stop-ms=9', '--still', '--seed', '8', '--only', 'a b', '--rounds', '0'];
  const { rest, values } = readCommandLine(line, args);
  assert.deepEqual(values, { rounds: 0, 'stop-ms': 9, only: 'a b', seed: [7, 8], still: true });
  assert.deepEqual(rest, []);
  assert.deepEqual(readCommandLine({ ...line, rest: '[names...]' }, ['a', '--still', 'b']).rest, ['a', 'b']);
});
