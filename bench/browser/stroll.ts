import type { Page } from 'playwright-core';

/** Keys that are held in turn, and for how long, in milliseconds. */
const WAYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'];
const WAY_MS = 1_600;

/** Walks to and fro until it is ended. */
export function strollIn({ keyboard }: Page): { end(): Promise<void> } {
  let isOver = false;
  const walk = async (): Promise<void> => {
    for (let i = 0; !isOver; i++) {
      const key = WAYS[i % WAYS.length]!;
      await keyboard.down(key);
      await new Promise((resolve) => setTimeout(resolve, WAY_MS));
      await keyboard.up(key);
    }
  };
  const walking = walk();
  return {
    async end() {
      isOver = true;
      await walking;
    },
  };
}
