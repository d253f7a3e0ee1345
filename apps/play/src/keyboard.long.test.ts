import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { graveFaults } from './testing/accessibility.ts';
import { noBrowser } from './testing/browser.ts';
import { focused, tabTo } from './testing/keyboard.ts';
import { until } from './testing/person.ts';
import { PlayScene } from './testing/play-scene.ts';

let scene: PlayScene;

before(async () => {
  if (noBrowser === false) scene = await PlayScene.open({ width: 1024, height: 680 });
});

after(() => scene?.close());

test('a person without a mouse plays in a browser', { skip: noBrowser }, async (t) => {
  const { open, person: anna, places, watcher } = scene;
  const { page } = open;
  const { keyboard } = page;
  const step = (name: string, run: () => Promise<void>): Promise<void> => scene.step(t, name, run);
  const from = places.beforeDoor();
  let cloak = 0;

  /** Opens the list of what is nearby and chooses something in it, then what to do with it. */
  const doWith = async (thing: RegExp, action: RegExp): Promise<void> => {
    await keyboard.press('n');
    await tabTo(page, thing);
    await keyboard.press('Enter');
    await page.getByRole('menu').getByRole('menuitem').first().waitFor();
    await until('the focus to be in the menu', () =>
      page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null),
    );
    for (let i = 0; i < 10 && !action.test((await focused(page)).name); i++)
      await keyboard.press('ArrowDown');
    assert.match((await focused(page)).name, action);
    await keyboard.press('Enter');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    // The focus is back in the list, which Escape closes.
    await until('the focus to be in the list', () =>
      page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null),
    );
    await keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Nearby' }).waitFor({ state: 'detached' });
  };

  await step('it makes an account and a character', async () => {
    await page.goto(scene.url);
    await page.getByLabel('Account').waitFor();
    assert.deepEqual(await graveFaults(page), []);
    await tabTo(page, /I am new here/);
    await keyboard.press('Enter');
    await keyboard.press('Shift+Tab');
    await tabTo(page, /^Account/);
    await keyboard.type('anna');
    await tabTo(page, /^Password/);
    await keyboard.type('secret12');
    await keyboard.press('Enter');
    await page.getByLabel('Name').waitFor();
    assert.deepEqual(await graveFaults(page), []);
    await tabTo(page, /^Name/);
    await keyboard.type('Anna');
    await tabTo(page, /^Skin/);
    await keyboard.press('ArrowRight');
    await tabTo(page, /Enter the world/);
    await keyboard.press('Enter');
    await anna.until('the world', ({ phase, serial }) => phase === 'world' && serial !== 0);
    await scene.take('Anna', from);
  });

  await step('it chooses the character anew', async () => {
    await tabTo(page, /^Leave$/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    assert.deepEqual(await graveFaults(page), []);
    await tabTo(page, /^Anna$/);
    await keyboard.press('Enter');
    await anna.until('the world', ({ phase }) => phase === 'world');
  });

  await step('it walks, and opens the door by the list of what is nearby', async () => {
    await anna.hold('ArrowDown', 'a step', ({ x, y }) => x > from.x || y > from.y);
    await scene.take('Anna', from);
    await doWith(/door/, /Open the door/);
    await anna.hold('Numpad9', 'to be inside', ({ y }) => y <= from.y - 3);
    await scene.take('Anna', from);
  });

  await step('it takes a thing and puts it on', async () => {
    cloak = await watcher.layDown('cloak', { ...from, y: from.y + 1 });
    await doWith(/cloak/, /Take/);
    await anna.until('to hold it', ({ held }) => held === cloak);
    await keyboard.press('p');
    await page.getByRole('dialog', { name: 'Anna' }).waitFor();
    await tabTo(page, /Put it on/);
    await keyboard.press('Enter');
    const { serial } = await anna.state();
    await until('the watcher to see it dressed', () => watcher.worn.get(cloak) === serial);
    assert.deepEqual(await graveFaults(page), []);
  });

  await step('it takes the thing off and puts it down', async () => {
    await tabTo(page, /cloak/);
    await keyboard.press('g');
    await anna.until('to hold it', ({ held }) => held === cloak);
    await keyboard.press('Escape');
    await keyboard.press('q');
    await anna.until('an empty hand', ({ held }) => held === 0);
    await keyboard.press('n');
    await tabTo(page, /cloak/);
    assert.deepEqual(await graveFaults(page), []);
    await keyboard.press('Escape');
  });

  await step('it uses what is in the backpack', async () => {
    await keyboard.press('i');
    await page.getByRole('dialog', { name: 'backpack' }).waitFor();
    await tabTo(page, /brown book/);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: 'Next page' }).waitFor();
    assert.deepEqual(await graveFaults(page), []);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  await step('it speaks, and what is said is read out', async () => {
    await keyboard.press('Enter');
    await keyboard.type('Hello!');
    await keyboard.press('Enter');
    await until('the watcher to hear it', () => watcher.heard.includes('Hello!'));
    watcher.client.say('Well met.');
    const log = page.getByRole('log');
    await log.getByText('Watcher: Well met.').waitFor();
    assert.equal(await log.getAttribute('aria-live'), 'polite');
  });

  await step('every window can be opened by a key, and none has a grave fault', async () => {
    for (const [key, name] of [
      ['j', 'Journal'],
      ['k', 'Skills'],
      ['t', 'Status'],
      ['m', 'Map'],
      ['o', 'Options'],
      ['F1', 'Help'],
    ] as const) {
      await keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      assert.deepEqual(await graveFaults(page), [], name);
      await keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
    }
  });

  await step('a key can be given to something else', async () => {
    await keyboard.press('o');
    await tabTo(page, /^Keys$/);
    await keyboard.press('Enter');
    await tabTo(page, /^Journal: J/);
    await keyboard.press('Enter');
    await keyboard.press('z');
    await tabTo(page, /^Journal: Z/);
    await keyboard.press('Escape');
    await keyboard.press('z');
    await page.getByRole('dialog', { name: 'Journal' }).waitFor();
    await keyboard.press('Escape');
    assert.deepEqual(open.errors, []);
  });
});
