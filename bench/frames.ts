/**
 * `npm run bench:frames [-- --against DIR]`: what a frame of the client in a browser costs, without a shard and bots beside it. People
 * walk about once, and what the client was told of it is told again to each page that is measured: two builds, or two choices of
 * pixels, see the same and are measured in turns.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flag, readCommandLine, refuse, whole, words } from '@gommog/command-line';
import { ShardProcess, spawnGommog } from '@gommog/testkit';
import type { Browser, Page } from 'playwright-core';
import { type Cost, Costs, countFrames, inWords, medianCost } from './browser/costs.ts';
import { enterWorld, openBrowser, openPage } from './browser/open.ts';
import { strollIn } from './browser/stroll.ts';
import { Tape } from './browser/tape.ts';

/** Time until everybody is there, and until pictures are drawn and shaders compiled, in milliseconds. */
const GATHER_MS = 12_000;
const SETTLE_MS = 5_000;

/** One of two that are compared. */
interface Side {
  readonly name: string;
  /** Folder of a built client; null for the one of this folder. */
  readonly build: string | null;
  readonly pixels: string;
}

const { values } = readCommandLine({
  name: 'npm run bench:frames --',
  about: 'What a frame costs in a browser, with people all around.',
  options: {
    bots: whole(200, 'how many people'),
    seconds: whole(10, 'of each run'),
    runs: whole(3, 'of each side'),
    pixels: words('full', "as in the client's options: full or half", 'how'),
    against: words(
      '',
      'built clients to compare with, such as apps/play/dist of another folder, with commas between',
      'folders',
    ),
    againstPixels: words(null, 'pixels of the other side', 'how'),
    light: whole(0, 'level of the shard: 0 day to 30 night'),
    stroll: flag('the one who looks walks, too'),
    page: flag('with the page over the world: by default it is the world alone'),
    keep: words(null, 'keeps world and people there, and uses them the next time', 'folder'),
    picture: words(null, 'leaves pictures of what was measured there', 'start of their names'),
  },
});
const mine: Side = { name: 'this', build: null, pixels: values.pixels };
const others: readonly Side[] = [
  ...values.against
    .split(',')
    .filter((each) => each !== '')
    .map((build) => ({ name: build, build, pixels: values.pixels })),
  ...(values.againstPixels === null
    ? []
    : [{ name: values.againstPixels, build: null, pixels: values.againstPixels }]),
];
for (const { build } of others)
  if (build !== null && !existsSync(join(build, 'index.html'))) refuse(`${build} is no built client`);

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'gommog-bench-frames-')));
const data = join(folder, 'data');
const taped = join(folder, 'tape.json');
const shard = await ShardProcess.start({ data, env: { GOMMOG_LOG_LEVEL: 'warn' } });
const url = `http://127.0.0.1:${shard.port('http')}/`;
const browser = await openBrowser();
try {
  const tape = (await recorded()) ?? (await record(browser));
  const sides = [mine, ...others];
  const measured = new Map<Side, Cost[]>(sides.map((side) => [side, []]));
  for (let i = 0; i < values.runs; i++) {
    // Who comes first takes turns: what else runs on the machine may come and go.
    for (const side of i % 2 === 0 ? sides : sides.toReversed()) {
      const cost = await measure(browser, tape, side, i);
      measured.get(side)!.push(cost);
      process.stdout.write(`${side.name}: ${inWords(cost)}\n`);
    }
  }
  for (const [side, costs] of measured)
    process.stdout.write(`\n${side.name}, the median of ${costs.length}: ${inWords(medianCost(costs))}\n`);
} finally {
  await browser.close();
  await shard.stop();
  if (values.keep === null) await rm(folder, { recursive: true });
}

/** What was kept; null when there is none, or when it is too short. */
async function recorded(): Promise<Tape | null> {
  if (!existsSync(taped)) return null;
  const tape = await Tape.read(taped);
  // Nothing may have been said at its very end.
  return tape.lengthMs > SETTLE_MS + values.seconds * 1000 - 1000 ? tape : null;
}

/** What a client is told while bots walk around it. */
async function record(from: Browser): Promise<Tape> {
  const port = String(shard.port('uo'));
  const bots = spawnGommog(['bots', '--count', String(values.bots), '--seconds', '600', '--port', port]);
  const page = await openPage(from, {});
  const tape = Tape.of(page);
  try {
    await enterWorld(page, url);
    await page.waitForTimeout(GATHER_MS);
    tape.mark();
    await page.waitForTimeout(SETTLE_MS + values.seconds * 1000);
  } finally {
    bots.kill('SIGKILL');
    await page.context().close();
  }
  await tape.write(taped);
  return tape;
}

async function measure(from: Browser, tape: Tape, side: Side, run: number): Promise<Cost> {
  const page = await openPage(from, { resolution: side.pixels });
  try {
    if (side.build !== null) await serveBuild(page, side.build);
    await tape.playTo(page, values.light);
    await page.goto(url);
    await page.waitForSelector('.chat');
    if (!values.page) await page.evaluate(hideInterface);
    await page.waitForTimeout(SETTLE_MS);
    const costs = await Costs.of(from, page);
    const stroll = values.stroll ? strollIn(page) : null;
    const cost = await costs.measure(() => page.evaluate(countFrames, values.seconds * 1000));
    await stroll?.end();
    if (values.picture !== null)
      await page.screenshot({ path: `${values.picture}-${side.name.replaceAll('/', '-')}-${run}.png` });
    return cost;
  } finally {
    await page.context().close();
  }
}

/** Runs in the page. */
function hideInterface(): void {
  const { document } = globalThis as unknown as {
    document: { querySelector(selector: string): { hidden: boolean } };
  };
  document.querySelector('#ui').hidden = true;
}

/** The page from a folder; what the shard has of its world stays its own. */
async function serveBuild(page: Page, folder: string): Promise<void> {
  const isOfPage = ({ origin, pathname }: URL): boolean =>
    `${origin}/` === url && !/^\/(world|art|play)\//.test(pathname);
  await page.route(isOfPage, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: join(folder, pathname === '/' ? 'index.html' : pathname) });
  });
}
