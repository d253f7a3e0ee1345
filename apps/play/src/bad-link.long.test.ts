import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeLinkBad } from './testing/bad-link.ts';
import { noBrowser } from './testing/browser.ts';
import { PlayScene } from './testing/play-scene.ts';

const NORTH = 'Numpad9';
const SOUTH = 'Numpad1';
/** Ways to and fro, each of three steps. */
const WAYS = 12;

/** Where the person was, and since when: the page's clock in milliseconds. */
type Stay = readonly [atMs: number, y: number];

let scene: PlayScene;

before(async () => {
  if (noBrowser === false) scene = await PlayScene.open({ width: 800, height: 600 });
});

after(() => scene?.close());

/** Steps are shown when they are taken, not when they are answered: nobody notices the way, and nobody is put back. */
test('who walks on a bad link is never put back, and never waits for the shard', {
  skip: noBrowser,
}, async (t) => {
  const { open, person: anna, places } = scene;
  const { page } = open;
  let draws = 0;
  // The same losses in each run.
  await makeLinkBad(page, { latencyMs: 300, loss: 0.02, random: () => (draws++ % 50 === 25 ? 0 : 0.5) });
  await scene.enter('anna', 'Anna');
  const from = places.beforeDoor();
  await scene.take('Anna', from);
  await page.evaluate(watchSteps);
  for (let way = 0; way < WAYS; way++) {
    if (way % 2 === 0) await anna.hold(SOUTH, 'to be south', ({ y }) => y >= from.y + 3);
    else await anna.hold(NORTH, 'to be back', ({ y }) => y <= from.y);
  }
  const stays = await page.evaluate(() => (globalThis as unknown as { stays: Stay[] }).stays);
  const ys = stays.map(([, y]) => y);
  // One who is put back goes the way again. Slow frames may show two steps as one.
  const turns = ys.filter(
    (y, i) => i > 1 && Math.sign(y - ys[i - 1]!) !== Math.sign(ys[i - 1]! - ys[i - 2]!),
  );
  assert.ok(turns.length < WAYS, `turned ${turns.length} times in ${WAYS} ways: ${ys.join(' ')}`);
  const gaps = stays.flatMap(([atMs, y], i) =>
    i > 1 && y !== ys[i - 2] ? [Math.round(atMs - stays[i - 1]![0])] : [],
  );
  gaps.sort((a, b) => a - b);
  t.diagnostic(`milliseconds between steps straight on: ${gaps.join(' ')}`);
  const { errors } = open;
  assert.deepEqual(errors, []);
});

/** Runs in the page: writes down each place that the person comes to. */
function watchSteps(): void {
  const stays: Stay[] = [];
  (globalThis as unknown as { stays: Stay[] }).stays = stays;
  new MutationObserver(() => {
    const y = Number(document.body.dataset['y']);
    if (stays.at(-1)?.[1] !== y) stays.push([performance.now(), y]);
  }).observe(document.body, { attributes: true, attributeFilter: ['data-y'] });
}
