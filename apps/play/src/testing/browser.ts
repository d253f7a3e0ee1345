import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/** The browser that the tests drive. Playwright's own ones are not downloaded. */
const CHROMIUM = '/usr/bin/chromium';
/** Why tests in a browser are skipped; false when they are not. */
export const noBrowser = existsSync(CHROMIUM)
  ? false
  : `there is no ${CHROMIUM}: apt-get install chromium to test the client in a browser`;

/** It draws in software, so that it needs no graphics card, and talks to nobody but the page's host. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** A page of a browser of its own, with what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of scripts, of the console, and breaches of the page's policy. */
  readonly errors: readonly string[];
  /** Bytes of all answers over HTTP so far, as they came over the network. */
  transferred(): Promise<number>;
  close(): Promise<void>;
}

/** Size of the page in CSS pixels, and whether it is a phone's. */
export interface BrowserView {
  readonly width: number;
  readonly height: number;
  readonly phone?: boolean;
}

export async function openPage({ height, phone = false, width }: BrowserView): Promise<OpenPage> {
  const profile = await mkdtemp(join(tmpdir(), 'gommog-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    viewport: { width, height },
    isMobile: phone,
    hasTouch: phone,
    // What is looked at while it fades in looks wrong.
    reducedMotion: 'reduce',
    args: ARGS,
  });
  // The machine may be slow: nothing here is about speed.
  context.setDefaultTimeout(90_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  return {
    page,
    errors,
    transferred: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
