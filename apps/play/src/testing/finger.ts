import type { CDPSession, Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger on the page: what taps alone cannot do. */
export class Finger {
  readonly #session: CDPSession;

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  async down(...points: readonly Point[]): Promise<void> {
    await this.#touch('touchStart', points);
  }

  async move(...points: readonly Point[]): Promise<void> {
    await this.#touch('touchMove', points);
  }

  async up(): Promise<void> {
    await this.#touch('touchEnd', []);
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
