import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { connectTcp } from '@gommog/net';
import { ShardProcess } from '@gommog/testkit';
import { ScriptedClient } from '@gommog/uo/bots';
import type { Page } from 'playwright-core';
import { Browser, chromiumPath } from './browser.ts';

const skip =
  chromiumPath() === undefined
    ? 'THERE IS NO CHROMIUM: the dashboard is NOT tested. Install the package chromium, or set CHROMIUM_PATH'
    : false;
if (skip) process.stderr.write(`\n*** ${skip}\n\n`);

const LONG_MS = 120_000;
/** Would run if a page took it for markup. */
const MARKUP = '<img src=x onerror=pwned=1>';

/** A shard with Anna in it over TCP, and a browser. `SHOTS` names a folder to keep the pictures in. */
async function scene() {
  const dir = await mkdtemp(join(tmpdir(), 'gommog-ops-'));
  const data = join(dir, 'data');
  const hook = await hookServer();
  const shard = await ShardProcess.start({
    data,
    env: {
      GOMMOG_UO_WORLDSIZE: '512',
      GOMMOG_LOG_PRETTY: 'false',
      GOMMOG_OPS_WEBHOOKS_URLS: `["${hook.url}"]`,
    },
  });
  const [, password = ''] = /password "([^"]+)"/.exec(shard.printed.join('\n')) ?? [];
  const anna = new ScriptedClient({
    connect: connectTcp,
    host: '127.0.0.1',
    port: shard.port('uo'),
    account: 'anna',
    password: 'secret',
    now: () => performance.now(),
  });
  await anna.login(0, { name: 'Anna' });
  const browser = await Browser.open(process.env['SHOTS'] ?? dir);
  const close = async (): Promise<void> => {
    await browser.close();
    anna.close();
    await shard.stop();
    hook.close();
    await rm(dir, { recursive: true, maxRetries: 5 });
  };
  return {
    anna,
    browser,
    close,
    data,
    hook,
    password,
    shard,
    url: `http://127.0.0.1:${shard.port('http')}/ops`,
  };
}

/** Somebody who is told what happens. */
async function hookServer() {
  const events: string[] = [];
  const server = createServer((request, answer) => {
    events.push(String(request.headers['x-gommog-event']));
    request.resume().on('end', () => answer.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { events, url: `http://127.0.0.1:${port}/hook`, close: () => server.close() };
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + LONG_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within two minutes: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Takes down every percent that the page shows from now on, by the kind of the job: also one that is soon gone again. */
async function watchPercents(page: Page): Promise<(kind: string) => Promise<number[]>> {
  await page.evaluate(`
    globalThis.seenPercents = [];
    new MutationObserver(() => {
      for (const shown of document.querySelectorAll('.job .percent')) {
        const kind = shown.closest('.job').querySelector('strong').textContent;
        seenPercents.push([kind, Number.parseInt(shown.textContent, 10)]);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  `);
  return async (kind) => {
    const seen = (await page.evaluate('seenPercents')) as [kind: string, percent: number][];
    return seen.filter(([each]) => each === kind).map(([, percent]) => percent);
  };
}

/** How many there are depends on the machine: a small world may be done before the first second is over. */
function assertGoesTo100(percents: readonly number[], what: string): void {
  assert.equal(percents.at(-1), 100, `${what}: ${percents}`);
  for (const [i, percent] of percents.entries()) {
    assert.ok(percent >= 0 && percent <= 100, `${what}: ${percents}`);
    assert.ok(percent >= (percents[i - 1] ?? 0), `${what} never goes back: ${percents}`);
  }
}

/**
 * Goes near in every way, each around a place beside Anna: from afar a press there finds her, and no more when the place has
 * stayed where it is and she has gone away from it.
 */
async function steerMap(browser: Browser): Promise<void> {
  const { page } = browser;
  const map = page.locator('.map canvas');
  const told = page.getByRole('status').filter({ hasText: 'account anna' });
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const list = page.getByRole('button', { name: /^Anna/ });
  const box = (await map.boundingBox())!;
  const x = box.x + box.width / 2 + 9;
  const y = box.y + box.height / 2;
  const touches = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
    touches.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart === 0 ? [] : [-1, 1].map((side) => ({ x: x + (side * apart) / 2, y })),
    });
  const ways = {
    wheel: async () => {
      await page.mouse.move(x, y);
      for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -100);
    },
    pinch: async () => {
      await touch('touchStart', 40);
      for (let apart = 50; apart <= 240; apart += 10) await touch('touchMove', apart);
      await touch('touchEnd', 0);
    },
    keys: async () => {
      await page.keyboard.press('ArrowLeft');
      for (let i = 0; i < 5; i++) await page.keyboard.press('+');
    },
    buttons: async () => {
      await press('North');
      for (let i = 0; i < 5; i++) await press('Nearer');
    },
  };
  const findsHer = (is: boolean): Promise<void> =>
    until(`a press beside the middle ${is ? 'finds her' : 'finds nobody'}`, async () => {
      await page.mouse.click(x, y);
      await page.waitForTimeout(100);
      return (await told.count()) > 0 === is;
    });
  for (const [way, goNear] of Object.entries(ways)) {
    // With her in the middle, as far away as can be.
    await list.click();
    await map.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('-');
    await findsHer(true);
    await goNear();
    await findsHer(false);
    await browser.shoot(`map-by-${way}`);
  }
  await press('All');
  await list.click();
  await told.waitFor();
  await browser.shoot('map');
}

test('an operator logs in, sees the shard live, inspects, jails and kicks, backs up and restores', {
  skip,
}, async () => {
  const { anna, browser, close, data, hook, password, shard, url } = await scene();
  const { page } = browser;
  const go = async (name: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await browser.checkAccess(name);
  };
  const confirm = (deed: string): Promise<void> =>
    page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click();
  try {
    assert.ok(shard.printed.includes(`dashboard: ${url}`), shard.printed.join('\n'));
    await page.goto(url);
    await browser.shoot('login');
    await browser.checkAccess('the login');
    const login = async (account: string, secret: string): Promise<void> => {
      await page.getByLabel('Account').fill(account);
      await page.getByLabel('Password').fill(secret);
      await page.getByRole('button', { name: 'Log in' }).click();
    };
    await login('admin', 'wrong');
    await page.getByRole('alert').filter({ hasText: 'wrong password' }).waitFor();
    await browser.shoot('wrong-password');
    await login(MARKUP, 'wrong');
    await page.getByRole('alert').waitFor();
    await login('admin', password);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

    // Live: what is told changes without anybody asking, and goes on the chart.
    const clock = new Set<string>();
    await until('the seconds go on', async () => {
      clock.add((await page.locator('.live').textContent()) ?? '');
      return clock.size >= 3;
    });
    const tick = page.locator('[data-figure="tick"] b');
    const before = await tick.textContent();
    anna.say('Hello');
    await until('the tick goes on', async () => (await tick.textContent()) !== before);
    assert.equal(await page.locator('[data-figure="players"] b').textContent(), '1');
    await until('the charts are drawn', async () => (await page.locator('.uplot canvas').count()) >= 9);
    await browser.shoot('overview');
    await browser.checkAccess('the overview with its charts');

    await go('Map');
    await page.getByRole('button', { name: /^Anna/ }).click();
    await page.getByRole('link', { name: 'Inspect' }).waitFor();
    await steerMap(browser);
    await page.getByRole('link', { name: 'Inspect' }).click();
    await page.getByRole('heading', { name: 'mobile', exact: true }).waitFor();
    await browser.shoot('entity');
    await page.getByRole('button', { name: 'Read it from the log' }).click();
    await page.getByRole('rowheader', { name: 'mobile: name' }).first().waitFor();
    await page.getByRole('heading', { name: 'History' }).evaluate((heading) => heading.scrollIntoView());
    await browser.shoot('history');
    await page
      .getByRole('link', { name: /^anna 0x/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'anna', exact: true }).waitFor();
    await browser.shoot('owner');

    await go('People');
    await page.getByLabel('Name of an account or a character').fill('anna');
    await page.getByRole('link', { name: /anna/ }).click();
    await page.getByRole('button', { name: 'Jail' }).click();
    await page.getByLabel('What they are told why').fill(MARKUP);
    await browser.shoot('jail-asked');
    await confirm('To jail');
    await page.getByText('Anna is in jail.').waitFor();
    await until('anna stands in jail', () => anna.x === 8 && anna.y === 8);
    await page.getByRole('button', { name: 'Let out' }).click();
    await page.getByText('Anna is let out.').waitFor();
    await page.getByRole('button', { name: 'Kick' }).click();
    await confirm('Kick');
    await page.getByText('anna is kicked.').waitFor();
    await until('anna is out', () => anna.closed !== null);
    await browser.shoot('kicked');
    await page.getByRole('button', { name: 'Ban', exact: true }).click();
    await page.getByLabel('Reason').fill(MARKUP);
    await confirm('Ban');
    await page.getByText(`Banned for: ${MARKUP}`).waitFor();
    await browser.shoot('banned');

    await go('Backups');
    const percents = await watchPercents(page);
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.locator('.job').filter({ hasText: 'done' }).waitFor({ timeout: LONG_MS });
    await page.getByRole('button', { name: /^Restore record/ }).click();
    await confirm('Restore');
    const restored = page.locator('.job').filter({ hasText: 'restore' }).filter({ hasText: 'done' });
    await restored.waitFor({ timeout: LONG_MS });
    for (const kind of ['backup', 'restore']) assertGoesTo100(await percents(kind), kind);
    await browser.checkAccess('backups with works');
    await browser.shoot('restored');
    const folder = (await restored.locator('code').first().textContent()) ?? '';
    assert.ok(folder.startsWith(`${data}-restored-`) && existsSync(join(folder, 'log')), folder);

    await go('Audit');
    await page.getByRole('cell', { name: 'api-login-refused' }).first().waitFor();
    await page.getByLabel('What', { exact: true }).fill('jail');
    await page.getByRole('cell', { name: 'api-login-refused' }).first().waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: 'anna' }).first().waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save as CSV' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    assert.match(csv, /^at,by,kind,target,outcome,details\n.*,admin,jail,anna,/);
    await browser.shoot('audit');
    await go('Logs');
    await page.locator('.log li').first().waitFor();
    await browser.shoot('logs');
    await go('Alerts');
    await page.getByRole('button', { name: 'Change ops.alerts.stepMs' }).click();
    await page.getByLabel('Value, in ms').fill('70');
    await browser.checkAccess('a question');
    await confirm('Set');
    await page.getByText('one step in a hundred takes more than 70 ms').waitFor();
    await page.getByText('admin; the settings say 50 ms').waitFor();
    await browser.shoot('alerts');
    await go('Webhooks');
    await page.getByRole('button', { name: 'Send a test' }).click();
    const delivery = page.getByRole('row').filter({ hasText: 'test' }).filter({ hasText: 'arrived' });
    await delivery.waitFor({ timeout: LONG_MS });
    assert.ok(hook.events.includes('test') && hook.events.includes('staff-login'), hook.events.join());
    await browser.shoot('webhooks');
    await go('Tokens');
    await page.getByLabel('What it is for').fill(MARKUP);
    await page.getByRole('button', { name: 'Make a token' }).click();
    const secret = await page.locator('.secret').textContent();
    const headers = { authorization: `Bearer ${secret}` };
    assert.equal((await fetch(new URL('/api/status', url), { headers })).status, 200);
    await browser.shoot('tokens');

    await page.setViewportSize({ width: 390, height: 800 });
    for (const name of [
      'Overview',
      'Map',
      'People',
      'Alerts',
      'Webhooks',
      'Audit',
      'Logs',
      'Backups',
      'Tokens',
    ]) {
      await go(name);
      await page.waitForTimeout(1_500);
      await browser.shoot(`phone-${name.toLowerCase()}`);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      assert.equal(overflow, 0, `${name} fits a phone`);
    }
    assert.equal(await page.evaluate('typeof pwned'), 'undefined', 'words became markup');
    assert.equal(await page.locator('img').count(), 0);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Password').waitFor();
    assert.deepEqual(browser.problems, []);
    const audit = await readFile(join(data, 'audit.log'), 'utf8');
    for (const act of ['api-login', 'jail', 'kick', 'ban', 'backup', 'restore', 'token-made'])
      assert.match(audit, new RegExp(`"act":"${act}"`));
  } catch (error) {
    await browser.shoot('failed');
    throw error;
  } finally {
    await close();
  }
});
