import type { Rng } from '@gommog/core';
import { buildHouse, type House, type HousePlan, type Side } from './building.ts';
import type { Trade } from './data/furniture.ts';
import { DOORS, FLOORS, PARAPETS, STAIRS, TOWN_PIECES, WALLS } from './data/pieces.ts';
import { type FacetDraft, Ground, type Rect } from './facet-draft.ts';
import { levelGround } from './relief.ts';
import type { RoadEnd } from './roads.ts';
import { putFlatRoof } from './roof.ts';
import { type TownStyle, TRADE_NAMES } from './town-plan.ts';
import { furnishSquare } from './town-square.ts';
import { eachRingTile, STOREY, wallPiece } from './walls.ts';

/** Half of a main street beside its middle row: streets are five wide. */
const HALF_STREET = 2;
/** The lane between the wall and the first gardens. */
const LANE = 3;
/** Width of the slope around the town's level ground. */
const RAMP = 14;
/** Half of the market square beside its middle, across and down. */
export const HALF_SQUARE = { x: 8, y: 7 } as const;
/** A tower is this wide with its walls. */
const TOWER = 4;

export interface Town {
  readonly name: string;
  readonly style: TownStyle;
  readonly rect: Rect;
  readonly z: number;
  /** Middle of the market square; the fountain stands here. */
  readonly middle: { readonly x: number; readonly y: number };
  readonly gates: readonly RoadEnd[];
  readonly houses: House[];
}

/** Levels the town's ground and marks it as taken; roads can be laid to its gates before it is built. */
export function foundTown(draft: FacetDraft, style: TownStyle, rect: Rect): Town {
  const z = levelGround(draft, rect, RAMP);
  draft.each(rect, 8, (index) => {
    if (draft.ground[index] === Ground.rock || draft.ground[index] === Ground.sand) {
      draft.ground[index] = Ground.grass;
    }
  });
  draft.pave(rect, Ground.grass);
  draft.take(rect, 3);
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  const gates: RoadEnd[] = [
    { x: middle.x, y: rect.y - 3, outX: 0, outY: -1 },
    { x: rect.x + rect.width + 2, y: middle.y, outX: 1, outY: 0 },
    { x: middle.x, y: rect.y + rect.height + 2, outX: 0, outY: 1 },
    { x: rect.x - 3, y: middle.y, outX: -1, outY: 0 },
  ];
  return { name: style.name, style, rect, z, middle, gates, houses: [] };
}

/** Builds streets, wall, towers, houses and the market square of a founded town. */
export function buildTown(draft: FacetDraft, rng: Rng, town: Town): void {
  const { rect, middle } = town;
  paveStreets(draft, town);
  putTownWall(draft, town);
  const trades = [...town.style.trades];
  for (const inner of [true, false]) {
    for (const west of [true, false]) {
      for (const north of [true, false]) {
        for (const lot of quadrantLots(rect, middle, west, north, inner)) {
          buildLot(draft, rng, town, lot, trades.shift() ?? 'home');
        }
      }
    }
  }
  furnishSquare(draft, rng, town);
  lightStreets(draft, town);
}

function paveStreets(draft: FacetDraft, { rect, middle }: Town): void {
  const { x, y, width, height } = rect;
  const street = HALF_STREET * 2 + 1;
  draft.pave({ x: middle.x - HALF_STREET, y: y - 3, width: street, height: height + 6 }, Ground.cobble);
  draft.pave({ x: x - 3, y: middle.y - HALF_STREET, width: width + 6, height: street }, Ground.cobble);
  const { x: halfX, y: halfY } = HALF_SQUARE;
  const square = {
    x: middle.x - halfX,
    y: middle.y - halfY,
    width: 2 * halfX + 1,
    height: 2 * halfY + 1,
  };
  draft.pave(square, Ground.cobble);
  draft.pave({ x: x + 1, y: y + 1, width: width - 2, height: LANE }, Ground.cobble);
  draft.pave({ x: x + 1, y: y + height - 1 - LANE, width: width - 2, height: LANE }, Ground.cobble);
  draft.pave({ x: x + 1, y: y + 1, width: LANE, height: height - 2 }, Ground.cobble);
  draft.pave({ x: x + width - 1 - LANE, y: y + 1, width: LANE, height: height - 2 }, Ground.cobble);
}

function putTownWall(draft: FacetDraft, { rect, middle, z, style }: Town): void {
  const parapet = style.wall === WALLS.granite ? PARAPETS.granite : PARAPETS.weatheredStone;
  eachRingTile(rect, (x, y, edge) => {
    if (Math.abs(x - middle.x) <= HALF_STREET || Math.abs(y - middle.y) <= HALF_STREET) return;
    draft.put(x, y, z, wallPiece(style.wall, edge, 'middle'));
    draft.put(x, y, z + STOREY, parapet[edge]);
  });
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  // Two tiles outside the wall, so that the lane inside stays free.
  const lefts = [rect.x - 2, middle.x - HALF_STREET - TOWER, middle.x + HALF_STREET + 1, right - 2];
  const tops = [rect.y - 2, middle.y - HALF_STREET - TOWER, middle.y + HALF_STREET + 1, bottom - 2];
  lefts.forEach((x, column) => {
    tops.forEach((y, row) => {
      const atSide = column === 0 || column === 3;
      const atEnd = row === 0 || row === 3;
      if (atSide || atEnd) putTower(draft, { x, y, width: TOWER, height: TOWER }, z, style);
    });
  });
}

function putTower(draft: FacetDraft, rect: Rect, z: number, style: TownStyle): void {
  for (let storey = 0; storey < 2; storey++) {
    eachRingTile(rect, (x, y, edge) => {
      draft.put(x, y, z + storey * STOREY, wallPiece(style.wall, edge, 'middle'));
    });
  }
  putFlatRoof(draft, rect, z + 2 * STOREY, PARAPETS.weatheredStone);
  draft.take(rect);
}

/** A piece of ground for one house, with the streets that it lies at. */
interface Lot {
  readonly rect: Rect;
  readonly streets: readonly Side[];
}

/** Each quarter of the town has four lots; the inner one lies at the market square. */
function quadrantLots(
  town: Rect,
  middle: { x: number; y: number },
  west: boolean,
  north: boolean,
  inner: boolean,
): Lot[] {
  const left = west ? town.x + 1 + LANE : middle.x + HALF_STREET + 1;
  const right = west ? middle.x - HALF_STREET : town.x + town.width - 1 - LANE;
  const top = north ? town.y + 1 + LANE : middle.y + HALF_STREET + 1;
  const bottom = north ? middle.y - HALF_STREET : town.y + town.height - 1 - LANE;
  const splitX = Math.floor((left + right) / 2);
  const splitY = Math.floor((top + bottom) / 2);
  const lots: Lot[] = [];
  for (const atWest of [true, false]) {
    for (const atNorth of [true, false]) {
      const isInner = atWest !== west && atNorth !== north;
      if (isInner !== inner) continue;
      let lotTop = atNorth ? top : splitY;
      let lotBottom = atNorth ? splitY : bottom;
      if (isInner && north) lotBottom = middle.y - HALF_SQUARE.y;
      if (isInner && !north) lotTop = middle.y + HALF_SQUARE.y + 1;
      const x = atWest ? left : splitX;
      const width = (atWest ? splitX : right) - x;
      lots.push({
        rect: { x, y: lotTop, width, height: lotBottom - lotTop },
        streets: [atNorth ? 'north' : 'south', atWest ? 'west' : 'east'],
      });
    }
  }
  return lots;
}

/** Doors to the south and east are the ones that people see. */
const PREFERRED: readonly Side[] = ['south', 'east', 'north', 'west'];

function buildLot(draft: FacetDraft, rng: Rng, town: Town, { rect, streets }: Lot, trade: Trade): void {
  const large = trade === 'inn' || trade === 'bank' || trade === 'tavern';
  const width = Math.min(rect.width - 2, rng.between(large ? 12 : 9, large ? 15 : 13));
  const height = Math.min(rect.height - 2, rng.between(large ? 10 : 8, large ? 13 : 12));
  const doorSide = PREFERRED.find((side) => streets.includes(side))!;
  // At the street, with a strip of garden before the door.
  const x = streets.includes('east') ? rect.x + rect.width - width - 1 : rect.x + 1;
  const y = streets.includes('south') ? rect.y + rect.height - height - 1 : rect.y + 1;
  const style = rng.pick(town.style.houses);
  const plan: HousePlan = {
    ...(trade === 'bank' ? BANK : style),
    name: nameHouse(rng, town, trade),
    trade,
    rect: { x, y, width, height },
    z: town.z,
    storeys: trade === 'inn' ? 3 : trade === 'stable' ? 1 : rng.pick([1, 2, 2]),
    doorSide,
  };
  const house = buildHouse(draft, rng, plan);
  town.houses.push(house);
  paveStep(draft, house);
}

const BANK = {
  walls: WALLS.marble,
  roof: 'flat',
  floor: FLOORS.marble,
  stairs: STAIRS.granite,
  door: DOORS.metal,
} as const;

function nameHouse(rng: Rng, town: Town, trade: Trade): string {
  if (trade === 'inn') return town.style.inn;
  return `${rng.pick(TRADE_NAMES[trade])} ${town.name}`;
}

/** A paved path from the door to the street before it. */
function paveStep(draft: FacetDraft, { door, step }: House): void {
  let { x, y } = step;
  for (let length = 0; length < 8 && draft.groundAt(x, y) !== Ground.cobble; length++) {
    draft.ground[draft.index(x, y)] = Ground.cobble;
    draft.taken[draft.index(x, y)] = 1;
    x += step.x - door.x;
    y += step.y - door.y;
  }
}

function lightStreets(draft: FacetDraft, { rect, middle, z, houses }: Town): void {
  const aside = HALF_STREET + 1;
  const putLamp = (x: number, y: number): void => {
    const inTheWay = houses.some(({ step }) => Math.abs(step.x - x) <= 1 && Math.abs(step.y - y) <= 1);
    if (!inTheWay && draft.groundAt(x, y) === Ground.grass) draft.put(x, y, z, TOWN_PIECES.lampPost);
  };
  for (let y = rect.y + 10; y < rect.y + rect.height - 6; y += 11) {
    if (Math.abs(y - middle.y) > HALF_SQUARE.y + 2) putLamp(middle.x - aside, y);
  }
  for (let x = rect.x + 10; x < rect.x + rect.width - 6; x += 11) {
    if (Math.abs(x - middle.x) > HALF_SQUARE.x + 2) putLamp(x, middle.y - aside);
  }
}
