import type { Rng } from '@gommog/core';
import type { CaveMouth } from './cave-mouth.ts';
import { BONES, BRAZIER, DUNGEON_CHESTS, STALAGMITES, WEBS } from './data/goods.ts';
import { FLOORS, STAIRS, WALLS, type WallKit } from './data/pieces.ts';
import { type FacetDraft, Ground, type Rect } from './facet-draft.ts';
import { putWallsAround } from './walls.ts';

/** Passages are three wide: walls to the south and east block one row of them. */
const PASSAGE = 3;
/** Length of the sloping passage at either end of a level. */
const SLOPE = 8;
/** How steeply it runs, in z units a tile. */
const SLOPE_RISE = 2;
const GAP = 6;

interface Cell {
  readonly x: number;
  readonly y: number;
}

/** One floor of the dungeon. */
export interface DungeonLevel {
  readonly area: Rect;
  readonly rooms: readonly Rect[];
  /** Where one stands after coming down from above, and after coming up from below. */
  readonly entry: Cell & { readonly z: number };
  readonly exit: (Cell & { readonly z: number }) | null;
}

interface LevelStyle {
  readonly walls: WallKit;
  readonly floor: readonly number[] | null;
}

const STYLES: readonly LevelStyle[] = [
  { walls: WALLS.darkSandstone, floor: null },
  { walls: WALLS.weatheredStone, floor: FLOORS.flagstone },
  { walls: WALLS.granite, floor: FLOORS.marble },
];

/** Digs the dungeon, one level below the other on the black strip beside the land, and joins it to its cave. */
export function digDungeon(draft: FacetDraft, rng: Rng, cave: CaveMouth): DungeonLevel[] {
  const x = draft.landWidth + GAP;
  const width = draft.width - x - GAP;
  const height = Math.floor(draft.height / STYLES.length) - 2 * GAP;
  const levels = STYLES.map((style, index) => {
    const y = GAP + index * (height + 2 * GAP);
    const last = index === STYLES.length - 1;
    return digLevel(draft, rng, { x, y, width, height: Math.min(height, 220) }, style, last);
  });
  joinToCave(draft, cave, levels[0]!);
  for (let index = 0; index + 1 < levels.length; index++) {
    joinLevels(draft, levels[index]!, levels[index + 1]!);
  }
  return levels;
}

function digLevel(draft: FacetDraft, rng: Rng, area: Rect, style: LevelStyle, last: boolean): DungeonLevel {
  const open = new Uint8Array(draft.width * draft.height);
  const carve = (rect: Rect): void => {
    draft.each(rect, 0, (index) => {
      open[index] = 1;
      draft.ground[index] = Ground.cave;
    });
  };
  const rooms = planRooms(rng, area);
  for (const room of rooms) carve(room);
  for (let i = 0; i + 1 < rooms.length; i++) joinRooms(rooms[i]!, rooms[i + 1]!, rng, carve);
  // A second way round now and then, so that a level is not one long string.
  for (let i = 0; i + 3 < rooms.length; i += 4) joinRooms(rooms[i]!, rooms[i + 3]!, rng, carve);
  const first = rooms[0]!;
  const end = rooms.at(-1)!;
  const entry = digSlope(draft, first, first.x, 1, carve);
  // On the side away from the rooms before it, whose passages come from there.
  const atRight = end.x > area.x + area.width / 2;
  const exit = last ? null : digSlope(draft, end, atRight ? end.x + end.width - PASSAGE : end.x, -1, carve);
  const isOpen = (x: number, y: number): boolean => open[draft.index(x, y)] === 1;
  const around = { x: area.x - 2, y: area.y - 2, width: area.width + 3, height: area.height + 4 };
  putWallsAround(draft, around, isOpen, style.walls, (x, y) => floorZ(draft, isOpen, x, y));
  for (const [number, room] of rooms.entries()) {
    const isEnd = number === 0 || number === rooms.length - 1;
    furnishRoom(draft, rng, room, style, isEnd);
  }
  return { area, rooms, entry, exit };
}

/** Walls stand on the floor that they close, not on what lies behind. */
function floorZ(draft: FacetDraft, isOpen: (x: number, y: number) => boolean, x: number, y: number): number {
  if (isOpen(x, y)) return draft.zAt(x, y);
  if (isOpen(x, y + 1)) return draft.zAt(x, y + 1);
  return draft.zAt(x + 1, y + (isOpen(x + 1, y) ? 0 : 1));
}

/** Rooms on a loose grid, snaking down the area, so that neighbours in the list are neighbours on the floor. */
function planRooms(rng: Rng, area: Rect): Rect[] {
  const rooms: Rect[] = [];
  const top = area.y + SLOPE + 3;
  const columns = Math.max(2, Math.floor(area.width / 26));
  const rows = Math.max(2, Math.floor((area.height - SLOPE - 3) / 26));
  const cellWidth = Math.floor(area.width / columns);
  const cellHeight = Math.floor((area.height - SLOPE - 3) / rows);
  for (let row = 0; row < rows; row++) {
    for (let step = 0; step < columns; step++) {
      const column = row % 2 === 0 ? step : columns - 1 - step;
      // Short of one room here and there, but never the first or the last.
      const isEnd = (row === 0 && step === 0) || (row === rows - 1 && step === columns - 1);
      if (!isEnd && rng.chance(0.15)) continue;
      // Two tiles of rock between the cells, and the slope's length above each room.
      const width = rng.between(10, Math.min(16, cellWidth - 4));
      const height = rng.between(8, Math.max(8, Math.min(14, cellHeight - SLOPE - 5)));
      const x = area.x + column * cellWidth + rng.between(1, Math.max(1, cellWidth - width - 2));
      const spare = Math.max(1, cellHeight - height - SLOPE - 4);
      const y = top + row * cellHeight + SLOPE + rng.between(0, spare) - 2;
      rooms.push({ x, y, width, height });
    }
  }
  return rooms;
}

function joinRooms(a: Rect, b: Rect, rng: Rng, carve: (rect: Rect) => void): void {
  const from = middleOf(a);
  const to = middleOf(b);
  const corner = rng.chance(0.5) ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
  for (const end of [from, to]) {
    carve({
      x: Math.min(end.x, corner.x),
      y: Math.min(end.y, corner.y),
      width: Math.abs(end.x - corner.x) + PASSAGE,
      height: Math.abs(end.y - corner.y) + PASSAGE,
    });
  }
}

function middleOf(room: Rect): Cell {
  return { x: room.x + (room.width >> 1) - 1, y: room.y + (room.height >> 1) - 1 };
}

/** A passage north out of a room at column `x`, climbing (`way` 1) or falling (-1); says where one arrives in it. */
function digSlope(
  draft: FacetDraft,
  room: Rect,
  x: number,
  way: number,
  carve: (rect: Rect) => void,
): Cell & { z: number } {
  carve({ x, y: room.y - SLOPE, width: PASSAGE, height: SLOPE });
  for (let step = 1; step <= SLOPE; step++) {
    for (let dx = -1; dx <= PASSAGE; dx++) {
      draft.z[draft.index(x + dx, room.y - step)] = way * SLOPE_RISE * Math.max(0, step - 1);
    }
  }
  const y = room.y - SLOPE + 2;
  return { x, y, z: draft.zAt(x, y) };
}

function joinToCave(draft: FacetDraft, cave: CaveMouth, level: DungeonLevel): void {
  const outside = { x: cave.rect.x + 1, y: cave.rect.y + cave.rect.height, z: cave.z };
  for (let dx = 0; dx < cave.rect.width; dx++) {
    putTeleporter(draft, { x: cave.rect.x + dx, y: cave.rect.y }, cave.z, level.entry);
  }
  putUpperTeleporters(draft, level.entry, outside);
}

function joinLevels(draft: FacetDraft, upper: DungeonLevel, lower: DungeonLevel): void {
  const down = upper.exit!;
  putUpperTeleporters(draft, down, lower.entry);
  putUpperTeleporters(draft, lower.entry, down);
}

/** Teleporters on the last row of a sloping passage, two tiles beyond where one arrives. */
function putUpperTeleporters(draft: FacetDraft, arrival: Cell, target: Cell & { z: number }): void {
  for (let dx = 0; dx < PASSAGE - 1; dx++) {
    const x = arrival.x + dx;
    const y = arrival.y - 2;
    putTeleporter(draft, { x, y }, draft.zAt(x, y), target);
  }
}

const TELEPORTER = 0x1bc3;

function putTeleporter(draft: FacetDraft, at: Cell, z: number, target: Cell & { z: number }): void {
  const { x, y } = target;
  draft.place({
    kind: 'teleporter',
    graphic: TELEPORTER,
    ...at,
    z,
    target: { facet: draft.id, x, y, z: target.z },
  });
}

function furnishRoom(draft: FacetDraft, rng: Rng, room: Rect, style: LevelStyle, isEnd: boolean): void {
  const { floor } = style;
  if (floor !== null) {
    draft.each(room, 0, (_index, x, y) => draft.put(x, y, 0, floor[(x * 3 + y * 5) % floor.length]!));
  }
  // Along the north wall only: passages never enter there but at the ends, which stay empty.
  const inside = {
    left: room.x,
    right: room.x + room.width - 2,
    top: room.y,
    bottom: room.y + room.height - 2,
  };
  draft.place({ kind: 'light', graphic: BRAZIER, x: inside.left, y: inside.bottom, z: 0 });
  draft.place({ kind: 'light', graphic: BRAZIER, x: inside.right, y: inside.bottom, z: 0 });
  if (isEnd) return;
  if (rng.chance(0.35) && room.width >= 11 && room.height >= 11) putDais(draft, room);
  else if (rng.chance(0.6)) {
    draft.place({
      kind: 'container',
      graphic: rng.pick(DUNGEON_CHESTS),
      x: inside.left,
      y: inside.top,
      z: 0,
    });
  }
  const litter = style.floor === null ? [...STALAGMITES, ...BONES] : [...BONES, ...WEBS];
  for (let count = rng.between(1, 4); count > 0; count--) {
    const x = rng.chance(0.5) ? inside.left : inside.right;
    const y = rng.between(inside.top + 1, inside.bottom - 1);
    // Passages come in at the middle rows.
    if (Math.abs(y - middleOf(room).y - 1) > 1) draft.put(x, y, 0, rng.pick(litter));
  }
}

/** A platform, one stair high, with stairs on its south side and braziers on its corners. */
function putDais(draft: FacetDraft, room: Rect): void {
  const { block, north } = STAIRS.weatheredStone;
  const x = room.x + (room.width >> 1) - 3;
  const y = room.y + 1;
  for (let dy = 0; dy < 3; dy++) {
    for (let dx = 0; dx < 5; dx++) draft.put(x + dx, y + dy, 0, block);
  }
  for (let dx = 0; dx < 5; dx++) draft.put(x + dx, y + 3, 0, north);
  draft.place({ kind: 'light', graphic: BRAZIER, x, y, z: 5 });
  draft.place({ kind: 'light', graphic: BRAZIER, x: x + 4, y, z: 5 });
  draft.place({ kind: 'container', graphic: DUNGEON_CHESTS[2], x: x + 2, y, z: 5 });
}
