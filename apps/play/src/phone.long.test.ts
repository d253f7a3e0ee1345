import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { graveFaults } from './testing/accessibility.ts';
import { noBrowser } from './testing/browser.ts';
import { Finger } from './testing/finger.ts';
import { until } from './testing/person.ts';
import { PlayScene } from './testing/play-scene.ts';

const VIEW = { width: 390, height: 844, phone: true };
/** Where who is played stands: its feet are in the middle of the page. */
const MIDDLE = { x: VIEW.width / 2, y: VIEW.height / 2 };

let scene: PlayScene;

before(async () => {
  if (noBrowser === false) scene = await PlayScene.open(VIEW);
});

after(() => scene?.close());

test('a person plays on a phone', { skip: noBrowser }, async (t) => {
  const { open, person: anna, places, watcher } = scene;
  const { page } = open;
  const step = (name: string, run: () => Promise<void>): Promise<void> => scene.step(t, name, run);
  const from = places.beforeDoor();
  const finger = await Finger.of(page);
  const menu = page.getByRole('navigation', { name: 'Windows' });

  const openWindow = async (button: string): Promise<void> => {
    await page.getByRole('button', { name: 'All windows' }).tap();
    await menu.getByRole('button', { name: button, exact: true }).tap();
  };

  /** Nothing of a window may be beyond the page, nor wider than the window. */
  const assertFits = async (name: string | RegExp): Promise<void> => {
    const window = page.getByRole('dialog', { name });
    await window.waitFor();
    const { height, width, x, y } = (await window.boundingBox())!;
    const isInside = x >= 0 && y >= 0 && x + width <= VIEW.width + 1 && y + height <= VIEW.height + 1;
    assert.ok(isInside, `${name}: ${x}, ${y}, ${width} x ${height}`);
    const wide = await window
      .locator('.content')
      .evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth);
    assert.ok(wide <= 1, `${name} is ${wide} pixels too wide`);
  };

  await step('it makes an account and a character', async () => {
    await scene.enter('anna', 'Anna');
    await scene.take('Anna', from);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= VIEW.width);
    assert.deepEqual(await graveFaults(page), []);
  });

  await step('a finger that rests on the land walks there', async () => {
    // Below the middle is south-east.
    await finger.down({ x: MIDDLE.x, y: MIDDLE.y + 150 });
    await anna.until('steps', ({ x, y }) => x >= from.x + 2 && y >= from.y + 2);
    await finger.up();
    const then = await anna.state();
    await page.waitForTimeout(700);
    const now = await anna.state();
    // One step may have been under way.
    assert.ok(
      Math.abs(now.x - then.x) <= 1 && Math.abs(now.y - then.y) <= 1,
      'it goes on without the finger',
    );
    await scene.take('Anna', from);
  });

  await step('two fingers bring the world nearer', async () => {
    const at = (apart: number) => [
      { x: MIDDLE.x - apart, y: 560 },
      { x: MIDDLE.x + apart, y: 560 },
    ];
    const me = await anna.state();
    await finger.down(...at(40));
    for (const apart of [50, 60, 70, 90]) await finger.move(...at(apart));
    await finger.up();
    const { x, y } = await anna.state();
    assert.deepEqual([x, y], [me.x, me.y], 'two fingers do not walk');
  });

  await step('a finger that rests on oneself asks what can be done, and a tap does it', async () => {
    // The middle of the body, also when it has come nearer.
    const first = page.getByRole('menu').getByRole('menuitem').first();
    const isAsked = (): Promise<boolean> =>
      first.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    // On a slow device the pictures of the body may not have come yet: then there is only land to rest on.
    for (let tries = 1; ; tries++) {
      await finger.down({ x: MIDDLE.x, y: MIDDLE.y - 45 });
      const isOpen = await isAsked();
      await finger.up();
      if (isOpen) break;
      assert.ok(tries < 20, 'no menu comes');
      await scene.take('Anna', from);
    }
    const { height, width, x, y } = (await page.getByRole('menu').boundingBox())!;
    assert.ok(x >= 0 && y >= 0 && x + width <= VIEW.width && y + height <= VIEW.height);
    await scene.look('phone-menu');
    await page.getByRole('menuitem', { name: 'Open paperdoll' }).tap();
    await page.getByRole('dialog', { name: /Anna|Watcher/ }).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Close/ })
      .first()
      .tap();
  });

  await step('a thing is dragged by a finger from the backpack into a trade', async () => {
    await openWindow('Nearby');
    await page.getByRole('button', { name: 'Watcher' }).tap();
    await page.getByRole('menuitem', { name: 'Trade' }).tap();
    await page.getByRole('button', { name: 'Close Nearby' }).tap();
    await openWindow('Backpack');
    const trade = page.getByRole('dialog', { name: 'Trade with Watcher' });
    const backpack = page.getByRole('dialog', { name: 'backpack' });
    await assertFits('Trade with Watcher');
    await assertFits('backpack');
    const dagger = (await backpack.getByRole('button', { name: /dagger/ }).boundingBox())!;
    const offer = (await trade.getByRole('region', { name: 'You offer' }).boundingBox())!;
    const [a, b] = [
      { x: dagger.x + 20, y: dagger.y + 20 },
      { x: offer.x + 50, y: offer.y + 50 },
    ];
    await finger.down(a);
    await finger.move({ x: a.x, y: a.y - 15 });
    await anna.until('to hold it', ({ held }) => held !== 0);
    for (const part of [0.3, 0.6, 1])
      await finger.move({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
    await finger.up();
    await trade.getByRole('button', { name: /dagger/ }).waitFor();
    await scene.look('phone-trade');
    await page.locator('.held').waitFor({ state: 'detached' });
    // The browser may still take the first tap for the end of the drag.
    await until('the trade to be called off', async () => {
      if ((await trade.count()) > 0) await trade.getByRole('button', { name: 'Call it off' }).tap();
      await page.waitForTimeout(1_000);
      return (await trade.count()) === 0;
    });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Close/ })
      .first()
      .tap();
  });

  await step('it speaks', async () => {
    await page.getByRole('textbox', { name: 'Say something' }).tap();
    await page.keyboard.type('Hello from a phone');
    await page.keyboard.press('Enter');
    await until('the watcher to hear it', () => watcher.heard.includes('Hello from a phone'));
  });

  await step('with text twice as large every window still fits', async () => {
    await openWindow('Options');
    await page.getByRole('slider', { name: /Size of text/ }).fill('2');
    const size = await page.evaluate(() => getComputedStyle(document.querySelector('.window h2')!).fontSize);
    assert.equal(size, '30px');
    await assertFits('Options');
    await scene.look('phone-large-options');
    await page.getByRole('button', { name: 'Close Options' }).tap();
    for (const [button, name] of [
      ['Paperdoll', 'Anna'],
      ['Backpack', 'backpack'],
      ['Nearby', 'Nearby'],
      ['Journal', 'Journal'],
      ['Status', 'Status'],
      ['Skills', 'Skills'],
      ['Map', 'Map'],
      ['Help', 'Help'],
    ] as const) {
      await openWindow(button);
      await assertFits(name);
      await scene.look(`phone-large-${button.toLowerCase()}`);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Close/ })
        .first()
        .tap();
      await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
    }
    assert.deepEqual(open.errors, []);
  });
});
