import type { MultiPart } from '../files/multis.ts';
import { FLOORS, ROOFS, STAIRS, type StairKit, WALLS, type WallKit } from './data/pieces.ts';
import { FacetDraft } from './facet-draft.ts';
import { putGableRoof } from './roof.ts';
import { eachRingTile, STOREY, wallPiece } from './walls.ts';

/** Height of the stone foundation under a house that a player places. */
const FOUNDATION = 7;
const SIZE = 7;

/** Numbers that clients know as the small houses and the small boats. Source: classic client files. */
const SMALL_HOUSES: readonly (readonly [id: number, walls: WallKit, stairs: StairKit])[] = [
  [0x64, WALLS.plaster, STAIRS.darkWood],
  [0x66, WALLS.fieldstone, STAIRS.weatheredStone],
  [0x68, WALLS.greyBrick, STAIRS.weatheredStone],
  [0x6a, WALLS.darkWood, STAIRS.darkWood],
  [0x6c, WALLS.log, STAIRS.darkWood],
];

/** A few small houses and a boat. Parts are relative to the multi's middle. */
export function makeMultis(): Map<number, MultiPart[]> {
  const multis = new Map<number, MultiPart[]>();
  for (const [id, walls, stairs] of SMALL_HOUSES) multis.set(id, smallHouse(walls, stairs));
  multis.set(0x00, smallBoat(false));
  multis.set(0x01, smallBoat(true));
  return multis;
}

function smallHouse(walls: WallKit, stairs: StairKit): MultiPart[] {
  const draft = new FacetDraft(16);
  const rect = { x: 1, y: 1, width: SIZE, height: SIZE };
  const middle = 4;
  for (let y = 1; y <= SIZE; y++) {
    for (let x = 1; x <= SIZE; x++) {
      draft.put(x, y, 0, stairs.block);
      if (x > 1 && y > 1) draft.put(x, y, FOUNDATION, FLOORS.darkWood[(x + y) % 8]!);
    }
  }
  eachRingTile(rect, (x, y, edge) => {
    const isDoor = y === SIZE && x === middle;
    const isWindow = (edge === 'ew' && x === middle + 2) || (edge === 'ns' && y === middle);
    const piece = isWindow
      ? edge === 'ew'
        ? walls.windowEw
        : walls.windowNs
      : wallPiece(walls, edge, 'middle');
    if (!isDoor) draft.put(x, y, FOUNDATION, piece);
  });
  draft.put(middle, SIZE + 1, 0, stairs.north);
  putGableRoof(draft, rect, FOUNDATION + STOREY, ROOFS.shingle, walls);
  // The first part is the middle of the footprint and is not drawn.
  const origin: MultiPart = { graphic: 1, x: 0, y: 0, z: 0, visible: false };
  const parts = draft.statics.map(({ graphic, x, y, z }) => ({
    graphic,
    x: x - middle,
    y: y - middle,
    z,
    visible: true,
  }));
  return [origin, ...parts];
}

/** A deck of planks, pointed at the bow, with a rail around it. */
function smallBoat(alongX: boolean): MultiPart[] {
  const parts: MultiPart[] = [{ graphic: 1, x: 0, y: 0, z: 0, visible: false }];
  for (let along = -4; along <= 4; along++) {
    const half = along === -4 ? 0 : along === -3 ? 1 : 2;
    for (let across = -half; across <= half; across++) {
      const x = alongX ? -along : across;
      const y = alongX ? across : along;
      const isSide = Math.abs(across) === half || along === 4;
      const graphic = FLOORS.darkWood[(x + y + 16) % 8]!;
      parts.push({ graphic, x, y, z: 0, visible: true });
      if (isSide) parts.push({ graphic: alongX ? 0x0860 : 0x0861, x, y, z: 0, visible: true });
    }
  }
  return parts;
}
