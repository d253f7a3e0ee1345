import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PAGE_SIDE, PagePlan, type Spot } from './page-plan.ts';

interface Placed extends Spot {
  readonly width: number;
  readonly height: number;
}

function overlap(a: Placed, b: Placed): boolean {
  const across = a.x < b.x + b.width && b.x < a.x + a.width;
  return a.page === b.page && across && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('sheets lie inside their page and never on each other', () => {
  const sheet = fc.record({
    width: fc.integer({ min: 1, max: PAGE_SIDE }),
    height: fc.integer({ min: 1, max: PAGE_SIDE }),
  });
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 60 }), (sheets) => {
      const plan = new PagePlan();
      const placed = sheets.map(({ height, width }) => ({ ...plan.place(width, height), width, height }));
      for (const [i, each] of placed.entries()) {
        assert.ok(each.x + each.width <= PAGE_SIDE && each.y + each.height <= PAGE_SIDE);
        assert.ok(!placed.slice(0, i).some((other) => overlap(each, other)));
      }
    }),
  );
});

test('a small sheet fills what a large one left on its page', () => {
  const plan = new PagePlan();
  plan.place(2_000, 1_000);
  plan.place(2_000, 2_000);
  assert.equal(plan.place(40, 40).page, 0);
});

test('a sheet that is larger than a page is refused', () => {
  assert.throws(() => new PagePlan().place(PAGE_SIDE + 1, 1), RangeError);
});
