import type { Canvas } from '../canvas.ts';
import { WARDROBE } from '../figures/wear/wardrobe.ts';
import { BARS } from './bars.ts';
import { BOOKS } from './books.ts';
import { CONTROLS } from './buttons.ts';
import { CONTAINERS } from './containers.ts';
import { CREATION } from './creation.ts';
import { EDGES } from './edges.ts';
import { EMBLEM_BUTTONS } from './emblems.ts';
import { FRAMES, framePieces } from './frames.ts';
import { HOUSE_WINDOW } from './house-window.ts';
import { LANDSCAPES } from './landscape.ts';
import { FEMALE_GUMPS, MALE_GUMPS, PaperdollArtist } from './paperdoll.ts';
import { PLACES } from './places.ts';
import { SIGNS } from './signs.ts';
import { TRADE_WINDOWS } from './trade-windows.ts';
import { WINDOWS } from './windows.ts';

const FRAME_PIECES = 9;
/** Figures of a paperdoll by gump. */
const BODIES: ReadonlyMap<number, boolean> = new Map([
  [0x000c, false],
  [0x000d, true],
  [0x000e, false],
  [0x000f, true],
  [0x029a, false],
  [0x0299, true],
  [0x0760, true],
  [0x0761, false],
  [0x0765, true],
  [0x0766, false],
  [0x076a, true],
  [0x076b, false],
]);

const DRAWN: ReadonlyMap<number, () => Canvas> = new Map([
  ...SIGNS,
  ...PLACES,
  ...WINDOWS,
  ...LANDSCAPES,
  ...BOOKS,
  ...BARS,
  ...EDGES,
  ...TRADE_WINDOWS,
  ...CONTROLS,
  ...EMBLEM_BUTTONS,
  ...HOUSE_WINDOW,
  ...CONTAINERS,
]);

/** Every gump that is drawn, in rising order. */
export const GUMP_IDS: readonly number[] = [
  ...new Set([
    ...DRAWN.keys(),
    ...BODIES.keys(),
    ...CREATION.keys(),
    ...[...FRAMES.keys()].flatMap((first) => Array.from({ length: FRAME_PIECES }, (_, i) => first + i)),
    ...[...WARDROBE.keys()].flatMap((id) => [MALE_GUMPS + id, FEMALE_GUMPS + id]),
  ]),
].sort((a, b) => a - b);

/** Draws gumps: windows and what is in them. */
export class GumpArtist {
  readonly #paperdoll = new PaperdollArtist();
  readonly #frames = new Map<number, readonly Canvas[]>();

  /** Null when there is no such gump. */
  draw(id: number): Canvas | null {
    const drawn = DRAWN.get(id);
    if (drawn !== undefined) return drawn();
    const woman = BODIES.get(id);
    if (woman !== undefined) return this.#paperdoll.body(woman);
    const shown = CREATION.get(id);
    if (shown !== undefined) return this.#paperdoll.worn(shown.worn, shown.woman);
    if (id >= FEMALE_GUMPS) return this.#paperdoll.worn(id - FEMALE_GUMPS, true);
    if (id >= MALE_GUMPS) return this.#paperdoll.worn(id - MALE_GUMPS, false);
    return this.#piece(id);
  }

  #piece(id: number): Canvas | null {
    for (let first = id - FRAME_PIECES + 1; first <= id; first++) {
      const style = FRAMES.get(first);
      if (style === undefined) continue;
      const known = this.#frames.get(first) ?? framePieces(style);
      this.#frames.set(first, known);
      return known[id - first]!;
    }
    return null;
  }
}
