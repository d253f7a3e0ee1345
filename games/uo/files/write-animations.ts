import { Writer } from '@gommog/wire';
import type { Frame, StaticAnimation } from '../art/art-source.ts';
import { writeAnimation, writeAnimationDataGroup, writeAnimationFrame } from '../protocol/generated/data.ts';

const COLOURS = 256;
const LONGEST_RUN = 0xfff;

/** Numbers that colours have in the palette of one animation, in the order in which they come. */
class Palette {
  readonly colours: number[] = [];
  /** By colour: the number, from 1 on. Few colours are ever seen, so that clearing is cheap. */
  static readonly #numbers = new Uint16Array(0x10000);

  numberOf(pixel: number): number {
    const known = Palette.#numbers[pixel]!;
    if (known !== 0) return known - 1;
    this.colours.push(pixel);
    Palette.#numbers[pixel] = this.colours.length;
    return this.colours.length - 1;
  }

  /** Makes room for the next palette. */
  close(): void {
    for (const pixel of this.colours) Palette.#numbers[pixel] = 0;
  }
}

/** The bytes of the frames of one action in one direction. Throws RangeError for more than 256 colours. */
export function encodeAnimation(frames: readonly Frame[]): Uint8Array {
  const palette = new Palette();
  const encoded = new Writer(4096);
  const frameOffsets: number[] = [];
  const table = 4 + frames.length * 4;
  for (const frame of frames) {
    frameOffsets.push(table + encoded.length);
    writeAnimationFrame(encoded, {
      centerX: frame.centreX,
      centerY: frame.centreY,
      width: frame.width,
      height: frame.height,
      runs: [...runsOf(frame, palette)],
    });
  }
  palette.close();
  const count = palette.colours.length;
  if (count > COLOURS) throw new RangeError(`${count} colours in an animation`);
  const colours = Array.from({ length: COLOURS }, (_, i) =>
    i < count ? palette.colours[i]! & 0x7fff || 1 : 0,
  );
  const w = new Writer(COLOURS * 2 + table + encoded.length);
  writeAnimation(w, { palette: colours, frameOffsets, frames: encoded.bytes() });
  return w.bytes();
}

/** Runs of drawn pixels; their places are counted from the anchor, 10 bits each. */
function* runsOf(
  { centreX, centreY, height, pixels, width }: Frame,
  palette: Palette,
): Generator<{ head: number; pixels: number[] }> {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      if (pixels[y * width + x] === 0) {
        x++;
        continue;
      }
      const run: number[] = [];
      const start = x;
      for (; x < width && run.length < LONGEST_RUN && pixels[y * width + x] !== 0; x++) {
        run.push(palette.numberOf(pixels[y * width + x]!));
      }
      const across = (start - centreX) & 0x3ff;
      const down = (y - centreY - height) & 0x3ff;
      yield { head: ((across << 22) | (down << 12) | run.length) >>> 0, pixels: run };
    }
  }
}

const GROUP = 8;
const OFFSETS = 64;

/** The bytes of animdata.mul, for `count` graphics. */
export function encodeAnimationData(
  animations: ReadonlyMap<number, StaticAnimation>,
  count = 0x10000,
): Uint8Array {
  const w = new Writer((count / GROUP) * (4 + GROUP * 68));
  for (let start = 0; start < count; start += GROUP) {
    const entries = Array.from({ length: GROUP }, (_, i) => {
      const { interval, offsets } = animations.get(start + i) ?? { interval: 0, offsets: [] };
      return {
        frames: Array.from({ length: OFFSETS }, (_unused, frame) => offsets[frame] ?? 0),
        numFrames: offsets.length,
        interval,
        startDelay: 0,
      };
    });
    writeAnimationDataGroup(w, { entries });
  }
  return w.bytes();
}
