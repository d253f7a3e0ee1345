/**
 * `npm run bench:play [-- --bots 200] [--seconds 10] [--still]`: how many frames a second a browser draws without a graphics card,
 * with people all around, and what a frame costs. Shard, bots and browser share this machine; `--still` stops the bots once
 * everybody is there and walks through them instead, so that the browser has the machine almost for itself.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flag, readCommandLine, whole, words } from '@gommog/command-line';
import { ShardProcess, spawnGommog } from '@gommog/testkit';
import { chromium, type Page } from 'playwright-core';
import { type Cost, Costs } from './frame-costs.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
/** Time for pictures to be drawn and for shaders to be compiled, in milliseconds. */
const WARM_UP_MS = 12_000;
const RUNS = 3;
/** Keys that are held in turn, and for how long, in milliseconds. */
const WAYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'];
const WAY_MS = 1_600;
const PATIENCE_MS = 120_000;

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
if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is not there: apt-get install chromium`);
const windowMs = values.seconds * 1000;
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
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.addInitScript(
    (options) => localStorage.setItem('gommog-options', options),
    JSON.stringify({ resolution: values.pixels }),
  );
  page.setDefaultTimeout(PATIENCE_MS);
  const startedAt = performance.now();
  await page.goto(`http://127.0.0.1:${shard.port('http')}/`);
  await page.getByText('I am new here').click();
  await page.fill('input[name=account]', 'watcher');
  await page.fill('input[name=password]', 'watcher');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.fill('input[name=character]', 'Watcher');
  await page.getByRole('button', { name: 'Enter the world' }).click();
  await page.waitForSelector('.chat');
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
  measured.sort((a, b) => a.rate - b.rate);
  const median = measured[1]!;
  const ms = (seconds: number): string => (seconds * 1000).toFixed(1);
  process.stdout.write(
    `${median.rate.toFixed(1)} frames a second (median of ${measured.map(({ rate }) => rate.toFixed(1)).join(', ')}) ` +
      `with ${values.bots} ${values.still ? 'standing' : 'walking'} around\n` +
      `a frame: ${ms(median.page)} ms of the page's thread, of which ${ms(median.script)} in scripts; ` +
      `${ms(median.graphics)} ms of processor time for graphics\n`,
  );
  if (values.picture !== null) await page.screenshot({ path: values.picture });
} finally {
  await browser.close();
  bots.kill('SIGKILL');
  await shard.stop();
  await rm(data, { recursive: true });
}

/** Walks to and fro until it is ended. */
function strollIn({ keyboard }: Page): { end(): Promise<void> } {
  let isOver = false;
  const walk = async (): Promise<void> => {
    for (let i = 0; !isOver; i++) {
      const key = WAYS[i % WAYS.length]!;
      await keyboard.down(key);
      await new Promise((resolve) => setTimeout(resolve, WAY_MS));
      await keyboard.up(key);
    }
  };
  const walking = walk();
  return {
    async end() {
      isOver = true;
      await walking;
    },
  };
}

/** Runs in the page. */
function countFrames(ms: number): Promise<{ frames: number; ms: number }> {
  return new Promise((resolve) => {
    const page = globalThis as unknown as { requestAnimationFrame(callback: () => void): void };
    const startedAt = performance.now();
    let frames = 0;
    const count = (): void => {
      frames++;
      const passed = performance.now() - startedAt;
      if (passed >= ms) resolve({ frames, ms: passed });
      else page.requestAnimationFrame(count);
    };
    page.requestAnimationFrame(count);
  });
}
