import type { TileData } from '@gommog/uo/movement';
import {
  type CreationTable,
  type HueTable,
  type PlaceEntry,
  readCreationTable,
  readHueTable,
  readPlaceTable,
  readSkillTable,
  readTemplateTable,
  readTileTable,
  readWorldIndex,
  type SkillTable,
  type TemplateEntry,
} from '@gommog/uo/web';
import { Reader } from '@gommog/wire';
import { FacetLand } from './facet-land.ts';
import { MapPictures } from './map-pictures.ts';
import { tileDataOf } from './tile-table.ts';

async function bytesOf(url: string, init?: RequestInit): Promise<Reader> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Reader(new Uint8Array(await response.arrayBuffer()));
}

/** What the shard gives over HTTP: tables, hues and the land. */
export interface WorldFiles {
  readonly version: string;
  /** Address of the list of pictures; empty when the shard has none. */
  readonly art: string;
  readonly tileData: TileData;
  readonly hues: HueTable;
  readonly creation: CreationTable;
  readonly skills: SkillTable;
  /** Places that have a name. */
  readonly places: readonly PlaceEntry[];
  readonly maps: MapPictures;
  /** What things there can be; fetched when it is first asked for. */
  templates(): Promise<readonly TemplateEntry[]>;
  facet(id: number): FacetLand;
}

/** Fetches the tables; the land comes when it is looked at. Rejects when the shard cannot be reached. */
export async function fetchWorldFiles(base: string): Promise<WorldFiles> {
  const index = readWorldIndex(await bytesOf(`${base}/index.bin`, { cache: 'no-cache' }));
  const at = `${base}/${index.version}`;
  const [tiles, hues, creation, skills, places] = await Promise.all([
    bytesOf(`${at}/tiles.bin`),
    bytesOf(`${at}/hues.bin`),
    bytesOf(`${at}/creation.bin`),
    bytesOf(`${at}/skills.bin`),
    bytesOf(`${at}/places.bin`),
  ]);
  let templates: Promise<readonly TemplateEntry[]> | null = null;
  const lands = new Map<number, FacetLand>();
  return {
    version: index.version,
    art: index.art,
    tileData: tileDataOf(readTileTable(tiles)),
    hues: readHueTable(hues),
    creation: readCreationTable(creation),
    skills: readSkillTable(skills),
    places: readPlaceTable(places).places,
    maps: new MapPictures(at),
    templates() {
      templates ??= bytesOf(`${at}/templates.bin`).then((bytes) => readTemplateTable(bytes).templates);
      templates.catch(() => {
        templates = null;
      });
      return templates;
    },
    facet(id) {
      let land = lands.get(id);
      if (land === undefined) {
        const facet = index.facets.find((each) => each.id === id);
        if (facet === undefined) throw new RangeError(`there is no facet ${id}`);
        land = new FacetLand(`${at}/${id}`, facet.width, facet.height);
        lands.set(id, land);
      }
      return land;
    },
  };
}
