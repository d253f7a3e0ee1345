import { Reader, WireError } from '@gommog/wire';
import type { Frame, StaticAnimation } from '../art/art-source.ts';
import {
  readAnimation,
  readAnimationDataGroup,
  readAnimationFrame,
  readPackedAnimation,
  readPackedAnimationFrame,
} from '../protocol/generated/data.ts';
import { DIRECTIONS } from './body-kind.ts';

const OPAQUE = 0x8000;
/** A frame that claims more pixels a side is damaged. */
const MOST_SIDE = 1_024;
/** Frames of an action in one direction; the longest of a client have some twenty. */
const MOST_FRAMES = 256;
/** Pixels of all of them: frames may lie over each other, so that a short record could claim any number. */
const MOST_PIXELS = 1 << 24;
const COLOURS = 256;
const NOTHING: Frame = { width: 1, height: 1, centreX: 0, centreY: 0, pixels: new Uint16Array(1) };

/** The frames of one action in one direction. Throws WireError when the record is damaged. */
export function decodeAnimation(bytes: Uint8Array): Frame[] {
  const { frameOffsets, frames, palette } = readAnimation(new Reader(bytes));
  if (frameOffsets.length > MOST_FRAMES) throw tooMany(`${frameOffsets.length} frames`);
  const colours = palette.map((colour) => colour | OPAQUE);
  const table = 4 + frameOffsets.length * 4;
  return drawnAll(frameOffsets, (offset) => ({
    reader: new Reader(frames, Math.min(Math.max(0, offset - table), frames.length)),
    colours,
  }));
}

const ROW_BYTES = 16;
/** What is worn has as many frames as a person who walks. */
const EQUIPMENT_FRAMES = 10;

/**
 * The frames of an action in one direction, of a file of an AnimationFrame archive, which has those of all directions. Frames that it leaves
 * out are clear. Throws WireError when it is damaged, or holds another action.
 */
export function decodePackedAnimation(
  bytes: Uint8Array,
  action: number,
  direction: number,
  isEquipment: boolean,
): Frame[] {
  const { numFrames, tableStart } = readPackedAnimation(new Reader(bytes));
  if (numFrames > MOST_FRAMES * DIRECTIONS) throw tooMany(`${numFrames} frames`);
  const table = new Reader(bytes);
  table.seek(tableStart);
  /** Place of palette and frame, by number. */
  const places = new Map<number, number>();
  let last = 0;
  for (let i = 0; i < numFrames; i++) {
    const row = readPackedAnimationFrame(table);
    if (row.action !== action)
      throw new WireError('GMG_WIRE_BAD_VALUE', `frame ${i} is of action ${row.action}`);
    if (row.number < 1 || row.number > MOST_FRAMES * DIRECTIONS)
      throw tooMany(`a frame number ${row.number}`);
    places.set(row.number, tableStart + i * ROW_BYTES + row.pixelOffset);
    last = Math.max(last, row.number);
  }
  // Numbers go on from direction to direction. Those at the end of the last one may be left out, too.
  const each = Math.max(isEquipment ? EQUIPMENT_FRAMES : 0, Math.ceil(last / DIRECTIONS));
  const wanted = Array.from({ length: each }, (_, i) => places.get(direction * each + i + 1) ?? null);
  if (wanted.every((place) => place === null)) return [];
  return drawnAll(wanted, (place) => {
    if (place === null) return null;
    const reader = new Reader(bytes);
    reader.seek(place);
    // In these palettes 0 is clear.
    const colours = Array.from({ length: COLOURS }, () => reader.u2le()).map((c) =>
      c === 0 ? 0 : c | OPAQUE,
    );
    return { reader, colours };
  });
}

interface Undrawn {
  /** Stands before the frame. */
  readonly reader: Reader;
  /** By number, as they are drawn. */
  readonly colours: readonly number[];
}

function drawnAll<T>(places: readonly T[], at: (place: T) => Undrawn | null): Frame[] {
  let pixels = 0;
  return places.map((place) => {
    const undrawn = at(place);
    if (undrawn === null) return NOTHING;
    const frame = drawn(undrawn);
    pixels += frame.pixels.length;
    if (pixels > MOST_PIXELS) throw tooMany(`more than ${MOST_PIXELS} pixels`);
    return frame;
  });
}

/** Draws the runs of a frame; their places are counted from the anchor, 10 bits each. What would lie outside is left out. */
function drawn({ colours, reader }: Undrawn): Frame {
  const { centerX, centerY, height, runs, width } = readAnimationFrame(reader);
  if (width > MOST_SIDE || height > MOST_SIDE) return NOTHING;
  const pixels = new Uint16Array(width * height);
  for (const { head, pixels: run } of runs) {
    const x = (head >> 22) + centerX;
    const y = ((head << 10) >> 22) + centerY + height;
    if (y < 0 || y >= height) continue;
    for (let i = 0; i < run.length; i++) {
      if (x + i >= 0 && x + i < width) pixels[y * width + x + i] = colours[run[i]!]!;
    }
  }
  return { width, height, centreX: centerX, centreY: centerY, pixels };
}

function tooMany(what: string): WireError {
  return new WireError('GMG_WIRE_TOO_LONG', `${what}, which no animation has`);
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
