import type { Page } from 'playwright-core';

/** A way to the shard that is long and loses things. */
export interface BadLink {
  /** Way there and back, in milliseconds. */
  readonly latencyMs: number;
  /** Share of messages that have to be sent again, 0 to 1. */
  readonly loss: number;
  /** 0 to below 1. */
  readonly random: () => number;
}

/** Until what was lost is sent again, in milliseconds: what comes after it waits as well. */
const AGAIN_MS = 300;

/** From now on the page's link is a bad one. Call before the page connects. */
export async function makeLinkBad(page: Page, { latencyMs, loss, random }: BadLink): Promise<void> {
  /** Hands on what comes, in order, each after its way. */
  const way = (send: (message: string | Buffer) => void): ((message: string | Buffer) => void) => {
    let lastMs = 0;
    return (message) => {
      const again = random() < loss ? AGAIN_MS : 0;
      const nowMs = performance.now();
      lastMs = Math.max(lastMs, nowMs + latencyMs / 2 + again);
      setTimeout(() => send(message), lastMs - nowMs);
    };
  };
  await page.routeWebSocket('**/play/ws', (socket) => {
    const shard = socket.connectToServer();
    socket.onMessage(way((message) => shard.send(message)));
    shard.onMessage(way((message) => socket.send(message)));
  });
}
