/**
 * `npm run bench:play [-- --bots 200] [--seconds 10]`: how many frames a second a browser draws without a graphics card, with
 * people walking all around. Shard, bots and browser share this machine: the figure says what a small one does.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ShardProcess, spawnGommog } from '@gommog/testkit';
import { chromium } from 'playwright-core';

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

const { values } = parseArgs({
  options: { bots: { type: 'string', default: '200' }, seconds: { type: 'string', default: '10' } },
});
if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is not there: apt-get install chromium`);
const windowMs = Number(values.seconds) * 1000;
const data = await mkdtemp(join(tmpdir(), 'gommog-bench-play-'));
const shard = await ShardProcess.start({ data, env: { GOMMOG_LOG_LEVEL: 'warn' } });
const bots = spawnGommog([
  'bots',
  '--count',
  values.bots,
  '--seconds',
  '600',
  '--port',
  String(shard.port('uo')),
]);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
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
  const rates: number[] = [];
  for (let i = 0; i < RUNS; i++) rates.push(await page.evaluate(framesPerSecond, windowMs));
  rates.sort((a, b) => a - b);
  process.stdout.write(
    `${rates[1]!.toFixed(1)} frames a second (median of ${rates.map((rate) => rate.toFixed(1)).join(', ')}) ` +
      `with ${values.bots} walking around\n`,
  );
} finally {
  await browser.close();
  bots.kill('SIGKILL');
  await shard.stop();
  await rm(data, { recursive: true });
}

/** Runs in the page. */
function framesPerSecond(ms: number): Promise<number> {
  return new Promise((resolve) => {
    const page = globalThis as unknown as { requestAnimationFrame(callback: () => void): void };
    const startedAt = performance.now();
    let frames = 0;
    const count = (): void => {
      frames++;
      const passed = performance.now() - startedAt;
      if (passed >= ms) resolve((frames * 1000) / passed);
      else page.requestAnimationFrame(count);
    };
    page.requestAnimationFrame(count);
  });
}
