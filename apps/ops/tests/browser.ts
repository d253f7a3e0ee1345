import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser of this machine: `CHROMIUM_PATH`, or one that Linux distributions have; undefined for none. */
export function chromiumPath(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? PLACES.find((path) => existsSync(path));
}

/** A browser with a profile of its own, and pictures of what it shows. */
export class Browser {
  readonly page: Page;
  /** Errors of pages, and what the content policy refused. */
  readonly problems: string[] = [];
  readonly shots: string;
  readonly #context: BrowserContext;
  readonly #profile: string;
  #count = 0;

  static async open(shots: string): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'gommog-browser-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath()!,
      headless: true,
      viewport: { width: 1280, height: 800 },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return new Browser(context, context.pages()[0] ?? (await context.newPage()), profile, shots);
  }

  private constructor(context: BrowserContext, page: Page, profile: string, shots: string) {
    this.#context = context;
    this.#profile = profile;
    this.page = page;
    this.shots = shots;
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => this.problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // A refused login is one of the things that are tried.
      if (message.type() === 'error' && !/status of 40[13]/.test(text)) this.problems.push(text);
    });
  }

  /** Keeps a picture of the page. */
  async shoot(name: string): Promise<void> {
    const number = String(++this.#count).padStart(2, '0');
    await this.page.screenshot({ path: join(this.shots, `${number}-${name}.png`) });
  }

  /** Is what is shown open to everybody: contrast, names, keyboard? As far as a program can tell. */
  async checkAccess(what: string): Promise<void> {
    await this.page.evaluate(axe.source);
    const found = (await this.page.evaluate('axe.run({ resultTypes: ["violations"] })')) as axe.AxeResults;
    const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    assert.deepEqual(told, [], `${what} is open to everybody`);
  }

  async close(): Promise<void> {
    await this.#context.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
