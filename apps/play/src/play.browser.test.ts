import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noBrowser } from './testing/browser.ts';
import { until } from './testing/person.ts';
import { PlayScene } from './testing/play-scene.ts';

const NORTH = 'Numpad9';
const SOUTH = 'Numpad1';
/** She tries what those try who wish others ill. */
const TITLE = '<img src=x onerror="document.title=1">';
/** What a first visit may cost on the way until the world is seen, in bytes. */
const COLD_BUDGET = 6_000_000;
/** What people who wish others ill write. It must never be more than text. */
const EVIL = '<img src=x onerror="document.title=1"><script>document.title=1</script> \u202eabc &lt;b&gt;';
const VERSE = '<script>document.title=1</script>\nis a line of a book.';

let scene: PlayScene;

before(async () => {
  if (noBrowser === false) scene = await PlayScene.open({ width: 1024, height: 680 });
});

after(() => scene?.close());

/** All steps are one person's way through one world: each begins where the one before ended. */
test('a person plays in a browser', { skip: noBrowser }, async (t) => {
  const { open, person: anna, places, watcher } = scene;
  const { page } = open;
  const step = (name: string, run: () => Promise<void>): Promise<void> => scene.step(t, name, run);

  await step('she makes an account', async () => {
    const answer = await page.goto(scene.url);
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
    await scene.take('Anna', from);
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
    await scene.take('Anna', foot);
    await anna.hold(NORTH, 'to be upstairs', ({ z }) => z >= foot.z + 20);
    const { serial, z } = await anna.state();
    await until('the watcher to see it', () => watcher.seen.get(serial)?.z === z);
  });

  await step('she drags a thing onto herself and wears it', async () => {
    const from = places.beforeDoor();
    await scene.take('Anna', from);
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
    await scene.look('paperdoll');
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
    await page.getByRole('dialog', { name: 'backpack' }).getByRole('button', { name: 'blue book' }).waitFor();
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
    await scene.restart(async () => {
      await anna.until('the link to be lost', ({ phase }) => phase === 'lost');
      await scene.look('lost');
    });
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
