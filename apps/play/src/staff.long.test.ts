import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { noBrowser } from './testing/browser.ts';
import { until } from './testing/person.ts';
import { PlayScene } from './testing/play-scene.ts';

/** What people who wish others ill write: as a name, a title, a profile, in a book. It must never be more than text. */
const EVIL = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const NAME = '<b onclick=alert(1)>Eve</b>';

let scene: PlayScene;

before(async () => {
  if (noBrowser === false) scene = await PlayScene.open({ width: 1024, height: 680 }, true);
});

after(() => scene?.close());

/** Nothing that somebody wrote has become an element, or has run. */
async function assertIsText(page: Page, title: string): Promise<void> {
  const made = await page
    .locator('#ui img, #ui script, #ui iframe, #ui b[onclick], .labels *:not(p)')
    .count();
  assert.equal(made, 0);
  assert.equal(await page.title(), title);
}

test('a member of staff works in a browser, and what others write is text', {
  skip: noBrowser,
}, async (t) => {
  const { open, person: gemma, places, watcher } = scene;
  const { page } = open;
  const step = (name: string, run: () => Promise<void>): Promise<void> => scene.step(t, name, run);
  const staff = page.getByRole('dialog', { name: 'Staff' });
  const from = places.beforeDoor();
  let title = '';

  await step('staff are offered their tools', async () => {
    await page.goto(scene.url);
    title = await page.title();
    await page.getByLabel('Account').fill('staff');
    await page.getByLabel('Password').fill('secret');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByLabel('Name').fill('Gemma');
    await page.getByRole('button', { name: 'Enter the world' }).click();
    await gemma.until('the world', ({ phase, serial }) => phase === 'world' && serial !== 0);
    await scene.take('Gemma', from);
    await gemma.press('F2');
    await staff.getByRole('button', { name: 'Look into it' }).waitFor();
    // Only for those who may.
    assert.equal(await staff.getByRole('button', { name: 'Ban' }).count(), 0);
  });

  await step('they go to a place by its name', async () => {
    const town = await page.locator('#staff-places option').first().getAttribute('value');
    await staff.getByLabel('Place, or x y').fill(town!);
    await staff.getByRole('button', { name: 'Go', exact: true }).click();
    await gemma.until('to be elsewhere', ({ x, y }) => x !== from.x || y !== from.y);
    await staff.getByLabel('Place, or x y').fill(`${from.x}, ${from.y}`);
    await staff.getByRole('button', { name: 'Go', exact: true }).click();
    await gemma.until('to be back', ({ x, y }) => x === from.x && y === from.y);
  });

  await step('they make a thing that they look for', async () => {
    await staff.getByLabel('Find').fill('blank blue');
    await staff.getByRole('button', { name: /book-blank-blue/ }).click();
    await page.getByText('Point at something. Escape').waitFor();
    // By the list of what is nearby: onto oneself is into the backpack.
    await gemma.press('KeyN');
    await page.getByRole('button', { name: 'Yourself' }).click();
    await page.getByRole('log').getByText('Made item').waitFor();
    await page.getByRole('button', { name: 'Close Nearby' }).click();
    await page.getByRole('button', { name: 'Close Staff' }).click();
  });

  await step('they write a book, and look into it in a window of the shard', async () => {
    await gemma.press('KeyI');
    await page.getByRole('button', { name: 'blue book' }).press('Enter');
    await page.getByRole('textbox', { name: 'Title' }).fill(EVIL.slice(0, 60));
    await page.getByRole('textbox', { name: 'Author' }).fill(NAME.slice(0, 30));
    await page.getByRole('textbox', { name: 'Page 1' }).fill(EVIL);
    await page.getByRole('button', { name: 'Next page' }).click();
    // A window keeps its keys: these are for the page.
    await page.getByRole('button', { name: 'Close Book' }).click();
    await gemma.press('F2');
    await staff.getByRole('button', { name: 'Look into it' }).click();
    await page.getByText('Point at something. Escape').waitFor();
    await page.getByRole('button', { name: 'Close Staff' }).click();
    await page.getByRole('dialog', { name: 'backpack' }).getByRole('button', { name: 'blue book' }).click();
    const gump = page.getByRole('dialog', { name: 'Window of the shard' });
    await gump.waitFor();
    const entries = await gump
      .getByRole('textbox')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    assert.ok(
      entries.some((value) => value.startsWith('<img src=x')),
      entries.join('; '),
    );
    await assertIsText(page, title);
    await gump.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Close a backpack' }).click();
  });

  await step('an evil name is text over heads, in lists, menus, tooltips and windows', async () => {
    await watcher.pointAt(`.set mobile.name "${NAME}"`, watcher.client.serial);
    await watcher.pointAt(`.set mobile.title ${EVIL}`, watcher.client.serial);
    watcher.writeProfile(EVIL);
    await gemma.press('KeyO');
    await page.getByLabel('Names over heads').check();
    await page.getByRole('button', { name: 'Close Options' }).click();
    await page.locator('.labels p', { hasText: '<b onclick=alert(1)>Eve</b>' }).waitFor();
    await gemma.press('KeyN');
    const row = page.getByRole('dialog', { name: 'Nearby' }).getByRole('button', { name: '<b onclick' });
    await row.click();
    await page.getByRole('menuitem', { name: 'Read profile' }).click();
    const profile = page.getByRole('dialog', { name: '<b onclick' });
    await profile.getByText('onerror').first().waitFor();
    await assertIsText(page, title);
    await page.getByRole('button', { name: 'Close <b onclick' }).click();
    await row.click();
    await page.getByRole('menuitem', { name: 'Look' }).click();
    await page.getByRole('log').getByText('onerror').first().waitFor();
    await row.click();
    await page.getByRole('menuitem', { name: 'Open paperdoll' }).click();
    await page.getByRole('dialog', { name: '<b onclick' }).getByRole('button', { name: 'Profile' }).waitFor();
    await page.getByRole('button', { name: 'Close <b onclick' }).click();
    await page.getByRole('button', { name: 'Close Nearby' }).click();
    // The two stand on one tile: the one that is aimed at has its tooltip.
    await until('a tooltip of the evil', async () => {
      await gemma.press('BracketRight');
      const words = await page.getByRole('tooltip').allInnerTexts();
      return words.some((each) => each.includes('<b onclick'));
    });
    await assertIsText(page, title);
  });

  await step('a title with a script is text in the window of a trade, too', async () => {
    await gemma.press('KeyN');
    await page.getByRole('button', { name: '<b onclick' }).click();
    await page.getByRole('menuitem', { name: 'Trade' }).click();
    await page.getByRole('dialog', { name: 'Trade with <b onclick' }).waitFor();
    await assertIsText(page, title);
    assert.deepEqual(open.errors, []);
  });
});
