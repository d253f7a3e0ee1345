import type { Page } from 'playwright-core';
import { screenX, screenY } from '../scene/projection.ts';
import type { Spot } from './places.ts';

/** As the client writes it into the page: see `page-state.ts`. */
export interface PageState extends Spot {
  readonly phase: string;
  readonly serial: number;
  readonly facing: number;
  readonly held: number;
}

/** How long a person waits for anything, in milliseconds: machines may be slow. */
const PATIENCE_MS = 90_000;
const POLL_MS = 50;
/** Pixels around the middle of a tile where a thing on it may be. */
const AROUND = [12, 4, 18, -6].flatMap((down) => [0, 8, -8, 16, -16].map((right) => [right, down] as const));

/** Waits until something is true. Rejects with `what` when it never is. */
export async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (performance.now() > endMs) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Somebody at the keyboard and the mouse. */
export class Person {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async state(): Promise<PageState> {
    const data = await this.page.evaluate(() => ({ ...document.body.dataset }));
    const number = (name: string): number => Number(data[name] ?? 0);
    const [x, y, z] = [number('x'), number('y'), number('z')];
    const [serial, facing, held] = [number('serial'), number('facing'), number('held')];
    return { phase: data['phase'] ?? '', serial, x, y, z, facing, held };
  }

  /** Waits for the client to be in a state. */
  async until(what: string, isTrue: (state: PageState) => boolean): Promise<void> {
    let last: PageState | null = null;
    await until(what, async () => {
      last = await this.state();
      return isTrue(last);
    }).catch((error: Error) => {
      throw new Error(`${error.message}, but ${JSON.stringify(last)}`);
    });
  }

  /** Holds a key until the client is in a state. */
  async hold(key: string, what: string, isTrue: (state: PageState) => boolean): Promise<void> {
    await this.page.keyboard.down(key);
    try {
      await this.until(what, isTrue);
    } finally {
      await this.page.keyboard.up(key);
    }
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async say(text: string): Promise<void> {
    await this.press('Enter');
    await this.page.getByRole('textbox', { name: 'Say something' }).fill(text);
    await this.press('Enter');
  }

  /** Chooses a thing that lies around by keys, one after the other, until its tooltip says that it is the one. */
  async aimAt(name: string): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      await this.press('BracketRight');
      if (await this.#reads(name)) return;
    }
    throw new Error(`there is no ${name} around`);
  }

  /** Does the tooltip say so? It is asked for, so it comes after a moment. */
  async #reads(name: string, read = new Set<string>()): Promise<boolean> {
    for (let polls = 0; polls < 10; polls++) {
      const words = await this.page.getByRole('tooltip').allInnerTexts();
      if (words.some((each) => each.includes(name))) return true;
      for (const each of words) read.add(each);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    return false;
  }

  /** Moves the mouse onto a thing that lies at a place, as one does: until its tooltip says that it is the one. */
  async pointAt(name: string, at: Spot): Promise<{ x: number; y: number }> {
    const me = await this.state();
    const view = this.page.viewportSize()!;
    const x = view.width / 2 + screenX(at.x, at.y) - screenX(me.x, me.y);
    const y = view.height / 2 + screenY(at.x, at.y, at.z) - screenY(me.x, me.y, me.z);
    const read = new Set<string>();
    for (const [right, down] of AROUND) {
      const point = { x: x + right, y: y + down };
      await this.page.mouse.move(point.x, point.y);
      if (await this.#reads(name, read)) return point;
    }
    throw new Error(`there is no ${name} at ${at.x}, ${at.y}, but ${[...read].join('; ') || 'nothing'}`);
  }
}
