import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedPlaces } from './named-places.ts';

const rects = [
  { x: 90, y: 190, width: 20, height: 20 },
  { x: 0, y: 0, width: 4, height: 4 },
];

test('a town is named once, in the middle of its region, and what is no town is told apart', () => {
  const places = namedPlaces(
    [
      { name: 'Town', facet: 0, rects },
      { name: 'Cave', facet: 0, rects: [{ x: -4, y: 10, width: 6, height: 6 }] },
      { name: 'Nowhere', facet: 0, rects: [] },
    ],
    [
      { name: 'Town', facet: 0, x: 95, y: 195 },
      { name: 'Town', facet: 0, x: 96, y: 196 },
      { name: 'Farm', facet: 1, x: 5, y: 6 },
    ],
  );
  assert.deepEqual(places, [
    { name: 'Town', facet: 0, x: 100, y: 200, town: true },
    { name: 'Farm', facet: 1, x: 5, y: 6, town: true },
    { name: 'Cave', facet: 0, x: 0, y: 13, town: false },
  ]);
});
