/**
 * `npm run bench:play [-- --bots 200] [--seconds 10] [--still]`: how many frames a second a browser draws without a graphics card,
 * with people all around, and what a frame costs. Shard, bots and browser share this machine; `--still` stops the bots once
 * everybody is there and walks through them instead, so that the browser has the machine almost for itself.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flag, readCommandLine, whole, words } from '@gommog/command-line';
import { ShardProcess, spawnGommog } from '@gommog/testkit';
import { type Cost, Costs, countFrames, inWords, medianRate } from './browser/costs.ts';
import { enterWorld, openBrowser, openPage } from './browser/open.ts';
import { strollIn } from './browser/stroll.ts';

/** Time for pictures to be drawn and for shaders to be compiled, in milliseconds. */
const WARM_UP_MS = 12_000;
const RUNS = 3;

const { values } = readCommandLine({
  name: 'npm run bench:play --',
  about: 'How many frames a second a browser draws, with people all around.',
  options: {
    bots: whole(200, 'how many people'),
    seconds: whole(10, 'of each run'),
    still: flag('they stand, and the one who looks walks'),
    pixels: words('full', "as in the client's options: auto, full or half", 'how'),
    picture: words(null, 'leaves a picture of what was measured there', 'file'),
  },
});
const windowMs = values.seconds * 1000;
const browser = await openBrowser();
const data = await mkdtemp(join(tmpdir(), 'gommog-bench-play-'));
const shard = await ShardProcess.start({ data, env: { GOMMOG_LOG_LEVEL: 'warn' } });
const bots = spawnGommog([
  'bots',
  '--count',
  String(values.bots),
  '--seconds',
  '600',
  '--port',
  String(shard.port('uo')),
]);
try {
  const page = await openPage(browser, { resolution: values.pixels });
  const startedAt = performance.now();
  await enterWorld(page, `http://127.0.0.1:${shard.port('http')}/`);
  process.stdout.write(`in the world after ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  await page.waitForTimeout(WARM_UP_MS);
  if (values.still) bots.kill('SIGSTOP');
  const costs = await Costs.of(browser, page);
  const measured: Cost[] = [];
  for (let i = 0; i < RUNS; i++) {
    const stroll = values.still ? strollIn(page) : null;
    measured.push(await costs.measure(() => page.evaluate(countFrames, windowMs)));
    await stroll?.end();
  }
  const rates = measured.map(({ rate }) => rate.toFixed(1)).join(', ');
  process.stdout.write(
    `${values.bots} ${values.still ? 'standing' : 'walking'} around: ${inWords(medianRate(measured))}\n` +
      `(the median by frames a second, of ${rates})\n`,
  );
  if (values.picture !== null) await page.screenshot({ path: values.picture });
} finally {
  await browser.close();
  bots.kill('SIGKILL');
  await shard.stop();
  await rm(data, { recursive: true });
}
