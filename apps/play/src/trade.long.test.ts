import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noBrowser } from './testing/browser.ts';
import { until } from './testing/person.ts';
import { PlayScene } from './testing/play-scene.ts';

let scene: PlayScene;

before(async () => {
  if (noBrowser === false) scene = await PlayScene.open({ width: 1024, height: 680 });
});

after(() => scene?.close());

test('a person in a browser trades with one who has a UO client', { skip: noBrowser }, async (t) => {
  const { open, person: anna, places, watcher } = scene;
  const { page } = open;
  const step = (name: string, run: () => Promise<void>): Promise<void> => scene.step(t, name, run);
  const window = page.getByRole('dialog', { name: 'Trade with Watcher' });
  const offer = window.getByRole('region', { name: 'You offer' });
  let dagger = 0;

  await step('the menu of somebody begins a trade', async () => {
    const from = places.beforeDoor();
    await scene.enter('anna', 'Anna');
    await scene.take('Anna', from);
    dagger = await watcher.layDown('dagger', { ...from, y: from.y + 1 });
    await anna.press('KeyN');
    await page.getByRole('dialog', { name: 'Nearby' }).getByRole('button', { name: 'Watcher' }).click();
    await page.getByRole('menuitem', { name: 'Trade' }).click();
    await window.waitFor();
    await until('the watcher to have a window', () => watcher.trade !== null);
    await page.getByRole('button', { name: 'Close Nearby' }).click();
  });

  await step('what the other offers is seen', async () => {
    watcher.client.lift(dagger);
    watcher.client.drop(dagger, watcher.trade!.own);
    const theirs = window.getByRole('region', { name: 'Watcher offers' });
    await theirs.getByRole('button', { name: /dagger/ }).waitFor();
  });

  await step('a part of a stack is dragged in', async () => {
    await anna.press('KeyI');
    const backpack = page.getByRole('dialog', { name: 'backpack' });
    // Beside the trade, as one puts windows that one needs both of.
    const title = (await backpack.getByRole('heading').boundingBox())!;
    await page.mouse.move(title.x + 20, title.y + 8);
    await page.mouse.down();
    await page.mouse.move(title.x + 560, title.y + 120, { steps: 4 });
    await page.mouse.up();
    const gold = (await backpack.getByRole('button', { name: /gold coin/ }).boundingBox())!;
    await page.mouse.move(gold.x + 20, gold.y + 20);
    await page.mouse.down();
    await page.mouse.move(gold.x - 10, gold.y - 10, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('spinbutton').fill('30');
    await page.getByRole('button', { name: 'Take', exact: true }).click();
    await anna.until('to hold it', ({ held }) => held !== 0);
    const { held } = await anna.state();
    const box = (await offer.boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 60, { steps: 3 });
    await page.mouse.down();
    await page.mouse.up();
    await offer.getByRole('button', { name: /30 gold coins/ }).waitFor();
    await until('the watcher to see it', () => watcher.contained.has(held));
  });

  await step('both accept, and each sees that the other does', async () => {
    // What has just changed has to be looked at first.
    await page.waitForTimeout(1_000);
    await window.getByRole('checkbox', { name: 'I accept' }).click();
    await until('the watcher to see it', () => watcher.trade?.otherAccepted === true);
    assert.ok(await window.getByRole('checkbox', { name: 'I accept' }).isChecked());
    watcher.client.acceptTrade(watcher.trade!.own);
    await window.waitFor({ state: 'detached' });
    await page
      .getByRole('dialog', { name: 'backpack' })
      .getByRole('button', { name: /dagger/ })
      .nth(1)
      .waitFor();
    await page.getByRole('log').getByText('The trade is done.').waitFor();
    assert.equal(watcher.trade, null);
  });

  await step('Escape calls a trade off for both', async () => {
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Close/ })
      .first()
      .click();
    await anna.press('KeyN');
    await page.getByRole('button', { name: 'Watcher' }).click();
    await page.getByRole('menuitem', { name: 'Trade' }).click();
    await window.waitFor();
    await anna.press('Escape');
    await window.waitFor({ state: 'detached' });
    await until('the watcher to be told', () => watcher.trade === null);
    await page.getByRole('log').getByText('The trade is called off.').waitFor();
    assert.deepEqual(open.errors, []);
  });
});
