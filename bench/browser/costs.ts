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

/** Runs in the page: how many frames it gets ready within a time, in milliseconds. */
export function countFrames(ms: number): Promise<{ frames: number; ms: number }> {
  return new Promise((resolve) => {
    const page = globalThis as unknown as { requestAnimationFrame(callback: () => void): void };
    const startedAt = performance.now();
    let frames = 0;
    const count = (): void => {
      frames++;
      const passed = performance.now() - startedAt;
      if (passed >= ms) resolve({ frames, ms: passed });
      else page.requestAnimationFrame(count);
    };
    page.requestAnimationFrame(count);
  });
}

/** Of several runs the one with the median of frames a second. */
export function medianRate(costs: readonly Cost[]): Cost {
  return costs.toSorted((a, b) => a.rate - b.rate)[costs.length >> 1]!;
}

/** Of several runs the one with the median of processor time for a frame's graphics: what else runs there is hardly in it. */
export function medianCost(costs: readonly Cost[]): Cost {
  return costs.toSorted((a, b) => a.graphics - b.graphics)[costs.length >> 1]!;
}

export function inWords({ graphics, page, rate, script }: Cost): string {
  const ms = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
  return (
    `${rate.toFixed(1)} frames a second; a frame: ${ms(graphics)} of processor time for graphics, ` +
    `${ms(page)} of the page's thread, of which ${ms(script)} in scripts`
  );
}
