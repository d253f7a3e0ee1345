import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { noBrowser, type OpenPage, openPage } from './testing/browser.ts';
import { Person, until } from './testing/person.ts';
import { Places } from './testing/places.ts';
import { Watcher } from './testing/watcher.ts';

const NORTH = 'Numpad9';
const SOUTH = 'Numpad1';
/** She tries what those try who wish others ill. */
const TITLE = '<img src=x onerror="document.title=1">';
/** What a first visit may cost on the way until the world is seen, in bytes. */
const COLD_BUDGET = 6_000_000;
/** What people who wish others ill write. It must never be more than text. */
const EVIL = '<img src=x onerror="document.title=1"><script>document.title=1</script> \u202eabc &lt;b&gt;';
const VERSE = '<script>document.title=1</script>\nis a line of a book.';

/** A shard with a world of its own, and a member of staff who is at hand with a UO client. */
let dir = '';
let shard: ShardProcess;
let watcher: Watcher;
let open: OpenPage;
let anna: Person;
let places: Places;

/** Screenshots are left here for whoever wants to see what the test saw. */
const pictures = process.env['PLAY_PICTURES'];

const env = { GOMMOG_LOG_LEVEL: 'warn', GOMMOG_UO_WORLDSIZE: '512' };

async function look(name: string): Promise<void> {
  if (pictures !== undefined) await open.page.screenshot({ path: join(pictures, `${name}.png`) });
}

before(async () => {
  if (noBrowser !== false) return;
  dir = await mkdtemp(join(tmpdir(), 'gommog-play-'));
  await (await ShardProcess.start({ data: dir, env })).stop();
  const account = ['watcher', '--password', 'secret', '--access', 'administrator'];
  await runGommog('account', 'create', ...account, '--data', dir);
  places = await Places.in(dir);
  shard = await ShardProcess.start({ data: dir, env });
  watcher = await Watcher.enter(shard.port('uo'), 'watcher', 'secret');
  open = await openPage(1024, 680);
  anna = new Person(open.page);
});

after(async () => {
  watcher?.client.close();
  await open?.close();
  await shard?.kill9();
  if (dir !== '') await rm(dir, { recursive: true });
});

/** All steps are one person's way through one world: each begins where the one before ended. */
test('a person plays in a browser', { skip: noBrowser }, async (t) => {
  const { page } = open;
  let hasFailed = false;
  const step = (name: string, run: () => Promise<void>) =>
    t.test(name, async (inner) => {
      if (hasFailed) return inner.skip('the step before it failed');
      try {
        await run();
      } catch (error) {
        hasFailed = true;
        throw error;
      } finally {
        await look(name.replaceAll(/[^a-z]+/g, '-'));
      }
    });

  await step('she makes an account', async () => {
    const answer = await page.goto(`http://127.0.0.1:${shard.port('http')}/`);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    assert.match(policy, /script-src 'self'/);
    assert.doesNotMatch(policy, /unsafe-eval|script-src[^;]*unsafe-inline/);
    await page.getByRole('button', { name: 'I am new here' }).click();
    await page.getByLabel('Account').fill('anna');
    await page.getByLabel('Password').fill('secret12');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByLabel('Name').waitFor();
  });

  await step('she makes a character and is in the world', async () => {
    await page.getByLabel('Name').fill('Anna');
    await page.getByRole('button', { name: 'Enter the world' }).click();
    await anna.until('the world', ({ phase, serial }) => phase === 'world' && serial !== 0);
    await page.waitForLoadState('networkidle');
    const bytes = await open.transferred();
    t.diagnostic(`a first visit: ${bytes} bytes`);
    assert.ok(bytes < COLD_BUDGET, `${bytes} bytes came before the world was seen`);
  });

  await step('she walks by keys, and others see it', async () => {
    const from = places.beforeDoor();
    await watcher.take('Anna', from);
    await anna.until('to be taken', ({ x, y }) => x === from.x && y === from.y);
    await anna.hold(SOUTH, 'three steps', ({ y }) => y >= from.y + 3);
    const { serial, x, y } = await anna.state();
    await until('the watcher to see it', () => {
      const seen = watcher.seen.get(serial);
      return seen?.x === x && seen.y === y;
    });
  });

  await step('she opens a door and goes in', async () => {
    const from = places.beforeDoor();
    await anna.hold(NORTH, 'to stand before the door', ({ y }) => y <= from.y - 1);
    const closed = await anna.state();
    assert.equal(closed.y, from.y - 1, 'a closed door is no way');
    await anna.press('KeyE');
    await anna.hold(NORTH, 'to be inside', ({ y }) => y <= from.y - 3);
  });

  await step('she goes up a stair', async () => {
    const foot = places.footOfStairs();
    await watcher.take('Anna', foot);
    await anna.until('to be taken', ({ x, y }) => x === foot.x && y === foot.y);
    await anna.hold(NORTH, 'to be upstairs', ({ z }) => z >= foot.z + 20);
    const { serial, z } = await anna.state();
    await until('the watcher to see it', () => watcher.seen.get(serial)?.z === z);
  });

  await step('she drags a thing onto herself and wears it', async () => {
    const from = places.beforeDoor();
    await watcher.take('Anna', from);
    await anna.until('to be taken', ({ x, y }) => x === from.x && y === from.y);
    const at = { ...from, x: from.x - 1, y: from.y + 1 };
    const cloak = await watcher.layDown('cloak', at);
    await anna.press('KeyP');
    const doll = page.getByRole('dialog', { name: 'Anna' });
    await doll.waitFor();
    const { x, y } = await anna.pointAt('cloak', at);
    await page.mouse.down();
    await page.mouse.move(x - 20, y - 20, { steps: 4 });
    await anna.until('to hold it', ({ held }) => held === cloak);
    const box = (await doll.boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 120, { steps: 4 });
    await page.mouse.up();
    const { serial } = await anna.state();
    await until('the watcher to see her dressed', () => watcher.worn.get(cloak) === serial);
    await page.getByRole('listitem').filter({ hasText: 'back' }).first().waitFor();
    await look('paperdoll');
    await anna.press('Escape');
  });

  await step('she takes a book by keys and puts it into the backpack', async () => {
    const from = places.beforeDoor();
    const book = await watcher.layDown('book-blank-blue', from);
    await anna.aimAt('blue book');
    await anna.press('KeyG');
    await anna.until('to hold it', ({ held }) => held === book);
    await anna.press('KeyI');
    await page.getByRole('button', { name: 'Put it in here' }).press('Enter');
    await anna.until('an empty hand', ({ held }) => held === 0);
    await page
      .getByRole('dialog', { name: 'Container' })
      .getByRole('button', { name: 'blue book' })
      .waitFor();
  });

  await step('she writes into the book', async () => {
    await page.getByRole('button', { name: 'blue book' }).press('Enter');
    await page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
    await page.getByRole('textbox', { name: 'Page 1' }).fill(VERSE);
    await page.getByRole('button', { name: 'Next page' }).click();
  });

  await step('she speaks and hears', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await anna.say('Good evening!');
    await until('the watcher to hear her', () => watcher.heard.includes('Good evening!'));
    watcher.client.say('Well met.');
    await page.getByRole('log').getByText('Watcher: Well met.').waitFor();
  });

  await step('what others write is text and nothing else', async () => {
    const title = await page.title();
    watcher.client.say(EVIL);
    const log = page.getByRole('log').getByText('onerror');
    await log.waitFor();
    const heard = (await log.last().textContent())!;
    assert.ok(heard.includes('<img src=x onerror="document.title=1"><script>'), heard);
    assert.equal(await page.locator('#ui img, #ui script, .labels *:not(p)').count(), 0);
    assert.equal(await page.title(), title);
  });

  await step('she sees others walk', async () => {
    watcher.client.say('Look here.');
    const label = page.locator('.labels p', { hasText: 'Look here.' });
    const before = await label.getAttribute('style');
    // The first request may only be a turn.
    for (let i = 0; i < 3; i++) watcher.client.walk(4);
    await until('the watcher to have moved', async () => (await label.getAttribute('style')) !== before);
  });

  await step('she is back in place when the shard was killed and started again', async () => {
    await watcher.save();
    const then = await anna.state();
    const ports = { game: shard.port('uo'), http: shard.port('http') };
    await shard.kill9();
    await anna.until('the link to be lost', ({ phase }) => phase === 'lost');
    await look('lost');
    shard = await ShardProcess.start({ data: dir, env, ports });
    await anna.until('the world', ({ phase }) => phase === 'world');
    const { serial, x, y, z } = await anna.state();
    assert.deepEqual([serial, x, y, z], [then.serial, then.x, then.y, then.z]);
  });

  await step('what she wrote is still there', async () => {
    await anna.press('KeyI');
    await page.getByRole('button', { name: 'blue book' }).press('Enter');
    const page1 = page.getByRole('textbox', { name: 'Page 1' });
    await page1.waitFor();
    assert.equal(await page1.inputValue(), VERSE);
    assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), TITLE);
    // Those of the time without a shard are as they should be.
    const unexpected = open.errors.filter((error) => !/WebSocket|ERR_CONNECTION/.test(error));
    assert.deepEqual(unexpected, []);
  });
});
