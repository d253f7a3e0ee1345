import type { Browser, CDPSession, Page } from 'playwright-core';

/** What a frame costs, in seconds. */
export interface Cost {
  /** Frames in a second. */
  readonly rate: number;
  /** Busy time of the page's thread. */
  readonly page: number;
  readonly script: number;
  /** Processor time of the process that draws in software, all its threads. */
  readonly graphics: number;
}

/** Asks the browser what it has spent. */
export class Costs {
  readonly #browser: CDPSession;
  readonly #page: CDPSession;

  static async of(browser: Browser, page: Page): Promise<Costs> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Costs(await browser.newBrowserCDPSession(), session);
  }

  private constructor(browser: CDPSession, page: CDPSession) {
    this.#browser = browser;
    this.#page = page;
  }

  async measure(count: () => Promise<{ frames: number; ms: number }>): Promise<Cost> {
    const before = await this.#spent();
    const { frames, ms } = await count();
    const after = await this.#spent();
    return {
      rate: (frames * 1000) / ms,
      page: (after.page - before.page) / frames,
      script: (after.script - before.script) / frames,
      graphics: (after.graphics - before.graphics) / frames,
    };
  }

  async #spent(): Promise<{ page: number; script: number; graphics: number }> {
    const { metrics } = await this.#page.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0;
    const { processInfo } = await this.#browser.send('SystemInfo.getProcessInfo');
    return {
      page: metric('TaskDuration'),
      script: metric('ScriptDuration'),
      graphics: processInfo.find(({ type }) => type === 'GPU')?.cpuTime ?? 0,
    };
  }
}
