import { Reader } from '@gommog/wire';
import type { Frame, StaticAnimation } from '../art/art-source.ts';
import { readAnimation, readAnimationDataGroup, readAnimationFrame } from '../protocol/generated/data.ts';

const OPAQUE = 0x8000;
/** A frame that claims more pixels a side is damaged. */
const MOST_SIDE = 1_024;

/** The frames of one action in one direction. Throws WireError when the record is damaged. */
export function decodeAnimation(bytes: Uint8Array): Frame[] {
  const { frameOffsets, frames, palette } = readAnimation(new Reader(bytes));
  const all = Uint8Array.from(frames);
  const table = 4 + frameOffsets.length * 4;
  return frameOffsets.map((offset) => drawn(all.subarray(Math.max(0, offset - table)), palette));
}

/** Draws the runs of a frame; their places are counted from the anchor, 10 bits each. What would lie outside is left out. */
function drawn(bytes: Uint8Array, palette: readonly number[]): Frame {
  const { centerX, centerY, height, runs, width } = readAnimationFrame(new Reader(bytes));
  if (width > MOST_SIDE || height > MOST_SIDE)
    return { width: 1, height: 1, centreX: 0, centreY: 0, pixels: new Uint16Array(1) };
  const pixels = new Uint16Array(width * height);
  for (const { head, pixels: run } of runs) {
    const x = (head >> 22) + centerX;
    const y = ((head << 10) >> 22) + centerY + height;
    if (y < 0 || y >= height) continue;
    for (let i = 0; i < run.length; i++) {
      if (x + i >= 0 && x + i < width) pixels[y * width + x + i] = palette[run[i]!]! | OPAQUE;
    }
  }
  return { width, height, centreX: centerX, centreY: centerY, pixels };
}

const GROUP = 8;
const GROUP_BYTES = 4 + GROUP * 68;

/** What moves, by graphic, of the bytes of animdata.mul. A rest of less than a group is no group. */
export function decodeAnimationData(bytes: Uint8Array): ReadonlyMap<number, StaticAnimation> {
  const found = new Map<number, StaticAnimation>();
  const r = new Reader(bytes);
  for (let first = 0; r.remaining >= GROUP_BYTES; first += GROUP) {
    for (const [i, { frames, interval, numFrames }] of readAnimationDataGroup(r).entries.entries()) {
      if (numFrames > 0) found.set(first + i, { offsets: frames.slice(0, numFrames), interval });
    }
  }
  return found;
}
