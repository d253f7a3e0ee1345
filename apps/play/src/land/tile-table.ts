import type { TileData } from '@gommog/uo/movement';
import type { TileTable } from '@gommog/uo/web';

interface Item {
  readonly flags: number;
  readonly height: number;
  readonly layer: number;
  readonly animation: number;
  readonly name: string;
}

const NOTHING: Item = { flags: 0, height: 0, layer: 0, animation: 0, name: '' };

/** What graphics are, as the rules of walking ask for it. */
export function tileDataOf(table: TileTable): TileData {
  const lands = new Map<number, { readonly flags: number; readonly name: string }>();
  const items = new Map<number, Item>();
  for (const { first, tiles } of table.landRuns) {
    for (const [i, tile] of tiles.entries()) lands.set(first + i, tile);
  }
  for (const { first, items: run } of table.itemRuns) {
    for (const [i, each] of run.entries()) items.set(first + i, each);
  }
  const item = (graphic: number): Item => items.get(graphic) ?? NOTHING;
  return {
    landFlags: (graphic) => lands.get(graphic)?.flags ?? 0,
    landName: (graphic) => lands.get(graphic)?.name ?? '',
    itemFlags: (graphic) => item(graphic).flags,
    itemHeight: (graphic) => item(graphic).height,
    // Weights matter to the shard alone.
    itemWeight: () => 0,
    itemLayer: (graphic) => item(graphic).layer,
    itemName: (graphic) => item(graphic).name,
    itemAnimation: (graphic) => item(graphic).animation,
  };
}
