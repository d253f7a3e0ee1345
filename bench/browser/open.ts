import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
/** Everything is drawn by the processor, as where there is no graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
const VIEW = { width: 1280, height: 720 };
const PATIENCE_MS = 120_000;

/** A browser without a graphics card. Throws when there is none on this machine. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is not there: apt-get install chromium`);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page that nobody has been to, with options of the client as they are remembered there. */
export async function openPage(browser: Browser, options: object): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEW });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript((text) => localStorage.setItem('gommog-options', text), JSON.stringify(options));
  return page;
}

/** Makes an account and a character on a shard, and waits until the world is there. */
export async function enterWorld(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByText('I am new here').click();
  // A kept world may know the one who came the last time.
  await page.fill('input[name=account]', `watcher${process.pid}`);
  await page.fill('input[name=password]', 'watcher');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.fill('input[name=character]', 'Watcher');
  await page.getByRole('button', { name: 'Enter the world' }).click();
  await page.waitForSelector('.chat');
}
