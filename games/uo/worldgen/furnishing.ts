import type { Rng } from '@gommog/core';
import type { House } from './building.ts';
import { BEDROOM, CANDLE, CHAIRS, FURNISHINGS, type Furnishing, type Piece } from './data/furniture.ts';
import type { FacetDraft, Rect } from './facet-draft.ts';
import { STOREY } from './walls.ts';

/** Boxes, barrels, crates and chests that people may open. */
const CONTAINERS = new Set([0x0e3c, 0x0e3d, 0x0e3e, 0x0e3f, 0x0e40, 0x0e41, 0x0e77]);
/** Fireplaces and ovens are higher than a storey: their chimneys stand in the room above, too. */
const TALL = new Set([0x0930, 0x0931, 0x0961, 0x0967]);
const TABLE_HEIGHT = 6;
const TABLES = new Set([0x0b34, 0x0b35]);

interface Cell {
  readonly x: number;
  readonly y: number;
}

/** The free tiles of one storey: nothing is put where it would cut a way that people need. */
class Room {
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #filled: Uint8Array;
  readonly #ways: readonly Cell[];
  readonly #above: Room | null;

  constructor(house: Rect, filled: readonly Cell[], ways: readonly Cell[], above: Room | null) {
    this.#left = house.x + 1;
    this.#top = house.y + 1;
    this.#columns = house.width - 2;
    this.#rows = house.height - 2;
    this.#filled = new Uint8Array(this.#columns * this.#rows);
    this.#ways = ways;
    this.#above = above;
    for (const { x, y } of filled) this.#filled[this.#index(x, y)] = 1;
  }

  isFree(x: number, y: number): boolean {
    const column = x - this.#left;
    const row = y - this.#top;
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return false;
    return this.#filled[this.#index(x, y)] === 0 && !this.#ways.some((way) => way.x === x && way.y === y);
  }

  /**
   * Fills the cells and says true, or leaves them when one is not free or a way would be cut; `tall` things fill those of
   * the room above as well.
   */
  fill(cells: readonly Cell[], tall: boolean): boolean {
    if (!cells.every(({ x, y }) => this.isFree(x, y))) return false;
    for (const { x, y } of cells) this.#filled[this.#index(x, y)] = 1;
    if (this.#isOpen() && (!tall || this.#above === null || this.#above.fill(cells, false))) return true;
    for (const { x, y } of cells) this.#filled[this.#index(x, y)] = 0;
    return false;
  }

  /** Can one walk from each way to every free tile? */
  #isOpen(): boolean {
    const first = this.#ways[0];
    if (first === undefined) return true;
    const seen = new Uint8Array(this.#filled);
    const queue = [this.#index(first.x, first.y)];
    seen[queue[0]!] = 1;
    for (const index of queue) {
      const column = index % this.#columns;
      const next = [index - this.#columns, index + this.#columns];
      if (column > 0) next.push(index - 1);
      if (column < this.#columns - 1) next.push(index + 1);
      for (const there of next) {
        if (seen[there] !== 0) continue;
        seen[there] = 1;
        queue.push(there);
      }
    }
    return this.#ways.every(({ x, y }) => seen[this.#index(x, y)] === 1) && !seen.includes(0);
  }

  #index(x: number, y: number): number {
    return (y - this.#top) * this.#columns + (x - this.#left);
  }
}

/** Furnishes every storey of a house: the trade below, bedrooms above. */
export function furnish(draft: FacetDraft, rng: Rng, house: House): void {
  const { plan, flights } = house;
  let above: Room | null = null;
  const rooms: Room[] = [];
  for (let storey = flights.length; storey >= 0; storey--) {
    above = openRoom(house, storey, above);
    rooms.unshift(above);
  }
  rooms.forEach((room, storey) => {
    const furnishing: Furnishing = storey === 0 ? FURNISHINGS[plan.trade] : BEDROOM;
    const z = plan.z + storey * STOREY;
    furnishMiddle(draft, rng, room, plan.rect, furnishing, z);
    furnishWalls(draft, rng, room, plan.rect, furnishing, z);
  });
}

/** A storey as it is before anything is put into it: stairs and their wells are filled. */
function openRoom({ plan, door, step, flights }: House, storey: number, above: Room | null): Room {
  const up = flights[storey];
  const down = flights[storey - 1];
  const ways: Cell[] = storey === 0 ? [{ x: 2 * door.x - step.x, y: 2 * door.y - step.y }] : [];
  if (up !== undefined) ways.push(up.foot);
  if (down !== undefined) ways.push(down.landing);
  return new Room(plan.rect, [...(up?.treads ?? []), ...(down?.treads ?? [])], ways, above);
}

function furnishWalls(
  draft: FacetDraft,
  rng: Rng,
  room: Room,
  rect: Rect,
  furnishing: Furnishing,
  z: number,
): void {
  const top = rect.y + 1;
  const left = rect.x + 1;
  let next = 0;
  for (let x = left; x < rect.x + rect.width - 1 && next < furnishing.north.length; x++) {
    if (rng.chance(0.2)) continue;
    const piece = furnishing.north[next]!;
    if (putPiece(draft, room, piece, x, top, z)) {
      next++;
      x += piece.reduce((most, [, dx]) => Math.max(most, dx), 0);
    }
  }
  next = 0;
  for (let y = top + 1; y < rect.y + rect.height - 1 && next < furnishing.west.length; y++) {
    if (rng.chance(0.3)) continue;
    if (putPiece(draft, room, furnishing.west[next]!, left, y, z)) next++;
  }
}

function furnishMiddle(
  draft: FacetDraft,
  rng: Rng,
  room: Room,
  rect: Rect,
  furnishing: Furnishing,
  z: number,
): void {
  for (const piece of furnishing.middle) {
    for (let attempt = 0; attempt < 12; attempt++) {
      const x = rng.between(rect.x + 3, rect.x + rect.width - 4);
      const y = rng.between(rect.y + 3, rect.y + rect.height - 3);
      if (!putPiece(draft, room, piece, x, y, z)) continue;
      if (TABLES.has(piece[0]![0])) setTable(draft, room, piece, x, y, z);
      break;
    }
  }
}

function putPiece(draft: FacetDraft, room: Room, piece: Piece, x: number, y: number, z: number): boolean {
  const cells = piece.map(([, dx, dy]) => ({ x: x + dx, y: y + dy }));
  if (!room.fill(cells, TALL.has(piece[0]![0]))) return false;
  for (const [graphic, dx, dy] of piece) {
    if (CONTAINERS.has(graphic)) draft.place({ kind: 'container', graphic, x: x + dx, y: y + dy, z });
    else draft.put(x + dx, y + dy, z, graphic);
  }
  return true;
}

/** A candle on the table, and chairs on either side where there is room: nobody is stopped by a chair. */
function setTable(draft: FacetDraft, room: Room, piece: Piece, x: number, y: number, z: number): void {
  draft.place({ kind: 'light', graphic: CANDLE, x, y, z: z + TABLE_HEIGHT });
  for (const [, dx, dy] of piece) {
    if (room.isFree(x + dx, y + dy - 1)) {
      draft.place({ kind: 'item', graphic: CHAIRS.south, x: x + dx, y: y + dy - 1, z });
    }
    if (room.isFree(x + dx, y + dy + 1)) {
      draft.place({ kind: 'item', graphic: CHAIRS.north, x: x + dx, y: y + dy + 1, z });
    }
  }
}
