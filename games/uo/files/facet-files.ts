import { readBlockNumbers } from '../protocol/generated/data.ts';
import { BlockTerrain, MOST_STATICS, sharedBytes } from './block-terrain.ts';
import { blocksIn, LAND_BLOCK_BYTES, STATIC_BYTES } from './blocks.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import type { FacetDefinition } from './definitions.ts';
import { type RecordSpan, readRecord, readSpans } from './record.ts';
import type { Terrain } from './terrain.ts';
import { UopArchive } from './uop-archive.ts';
import { type Patch, PatchedFile, type Patches } from './verdata.ts';

/** Where land came from. */
export type Source = 'mul' | 'uop';

export interface FacetOptions {
  /** Which form to read when the folder has both. */
  readonly prefer: Source;
  /** Apply mapdif and stadif files? */
  readonly difFiles: boolean;
  /** Those of verdata.mul. */
  readonly verdata: Patches;
  readonly onBytes: (count: number) => void;
}

/** A facet that was read. */
export interface LoadedFacet {
  readonly terrain: Terrain;
  readonly source: Source;
  /** Blocks of mapdif and stadif that are in use; the client is told to use as many. */
  readonly landPatches: number;
  readonly staticPatches: number;
}

/** Blocks in each file of a map archive. */
const CHUNK_BLOCKS = 4096;
const INDEX_BYTES = 12;

/** Reads land and statics of a facet; null if the folder has no land for it. Throws ClientFileError. */
export async function loadFacet(
  folder: ClientFolder,
  facet: FacetDefinition,
  options: FacetOptions,
): Promise<LoadedFacet | null> {
  const land = await loadLand(folder, facet, options);
  if (land === null) return null;
  const { width } = land;
  const { height } = facet;
  const isPatched = facet.id === 0;
  const landDif = options.difFiles ? await readLandDif(folder, facet.id) : [];
  const staticsDif = options.difFiles ? await readStaticsDif(folder, facet.id) : [];
  const verdata = (file: number): readonly Patch[] => (isPatched ? (options.verdata.get(file) ?? []) : []);
  patchLand(land.bytes, [...verdata(PatchedFile.map0), ...landDif]);
  const statics = await loadStatics(folder, facet.id, blocksIn(width, height).count, options.onBytes, [
    ...verdata(PatchedFile.statics0),
    ...staticsDif,
  ]);
  return {
    terrain: new BlockTerrain({ width, height, land: land.bytes, ...statics }),
    source: land.source,
    landPatches: landDif.length,
    staticPatches: staticsDif.length,
  };
}

interface Land {
  readonly width: number;
  readonly bytes: Uint8Array;
  readonly source: Source;
}

async function loadLand(
  folder: ClientFolder,
  facet: FacetDefinition,
  options: FacetOptions,
): Promise<Land | null> {
  const mul = `map${facet.id}.mul`;
  const uop = `map${facet.id}LegacyMUL.uop`;
  const [first, second] = options.prefer === 'uop' ? [uop, mul] : [mul, uop];
  const name = folder.has(first) ? first : folder.has(second) ? second : null;
  if (name === null) return null;
  if (name === mul) {
    return await folder.use(mul, async (file) => {
      const width = widthOf(facet, file.size, file.path);
      const bytes = sharedBytes(blocksIn(width, facet.height).count * LAND_BLOCK_BYTES);
      await file.readInto(bytes, 0, options.onBytes);
      return { width, bytes, source: 'mul' };
    });
  }
  return await folder.use(uop, async (file) => {
    const archive = await UopArchive.open(file);
    const width = widthOf(facet, await lengthOfChunks(archive, facet.id), file.path);
    const bytes = sharedBytes(blocksIn(width, facet.height).count * LAND_BLOCK_BYTES);
    const chunkBytes = CHUNK_BLOCKS * LAND_BLOCK_BYTES;
    for (let chunk = 0; chunk * chunkBytes < bytes.length; chunk++) {
      const target = bytes.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes);
      await archive.readInto(chunkPath(facet.id, chunk), target, options.onBytes);
    }
    return { width, bytes, source: 'uop' };
  });
}

function chunkPath(facetId: number, chunk: number): string {
  return `build/map${facetId}legacymul/${String(chunk).padStart(8, '0')}.dat`;
}

async function lengthOfChunks(archive: UopArchive, facetId: number): Promise<number> {
  let length = 0;
  for (let chunk = 0; ; chunk++) {
    const more = await archive.lengthOf(chunkPath(facetId, chunk));
    if (more === null) return length;
    length += more;
  }
}

/** The width that fits the length of the land; a facet that grew over the years may have an older one. */
function widthOf(facet: FacetDefinition, length: number, file: string): number {
  const widths = [facet.width, ...(facet.olderWidth === undefined ? [] : [facet.olderWidth])];
  const lengths = widths.map((width) => blocksIn(width, facet.height).count * LAND_BLOCK_BYTES);
  // Less than a block too many is padding.
  const found = lengths.findIndex((each) => length >= each && length < each + LAND_BLOCK_BYTES);
  if (found >= 0) return widths[found]!;
  const sizes = widths.map((width, i) => `${lengths[i]} bytes for ${width} x ${facet.height} tiles`);
  throw new ClientFileError({
    file,
    offset: null,
    problem: `the land of facet ${facet.id} (${facet.name}) has ${length} bytes`,
    expected: sizes.join(' or '),
    suggestion: `${COPY_AGAIN}, or give the size of the facet in a world.yaml beside it`,
  });
}

function patchLand(land: Uint8Array, patches: readonly Patch[]): void {
  for (const { file, offset, index, bytes } of patches) {
    const fits = (index + 1) * LAND_BLOCK_BYTES <= land.length && bytes.length === LAND_BLOCK_BYTES;
    if (!fits) throw badPatch(file, offset, `land block ${index} of ${bytes.length} bytes`);
    land.set(bytes, index * LAND_BLOCK_BYTES);
  }
}

function badPatch(file: string, offset: number, what: string): ClientFileError {
  return new ClientFileError({
    file,
    offset,
    problem: `a patch for ${what}`,
    expected: 'a whole block that the facet has',
    suggestion: `${COPY_AGAIN}, or leave the patches out`,
  });
}

interface Statics {
  readonly statics: Uint8Array;
  readonly staticStarts: Uint32Array;
  readonly staticCounts: Uint16Array;
}

async function loadStatics(
  folder: ClientFolder,
  facetId: number,
  blocks: number,
  onBytes: (count: number) => void,
  patches: readonly Patch[],
): Promise<Statics> {
  const indexName = `staidx${facetId}.mul`;
  const index = await folder.readAll(indexName);
  const spans = readSpans(index);
  if (spans.length < blocks) {
    throw new ClientFileError({
      file: folder.pathOf(indexName),
      offset: index.length,
      problem: `${spans.length} blocks are listed`,
      expected: `${blocks} blocks, ${blocks * INDEX_BYTES} bytes`,
      suggestion: COPY_AGAIN,
    });
  }
  onBytes(index.length);
  const patchBytes = patches.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return await folder.use(`statics${facetId}.mul`, async (file) => {
    const statics = sharedBytes(file.size + patchBytes);
    await file.readInto(statics.subarray(0, file.size), 0, onBytes);
    const staticStarts = new Uint32Array(blocks);
    const staticCounts = new Uint16Array(blocks);
    for (let block = 0; block < blocks; block++) {
      const span = spans[block]!;
      if (span === null) continue;
      if (span.start + span.length > file.size)
        throw beyond(folder.pathOf(indexName), file.path, block, span, file.size);
      staticStarts[block] = span.start;
      staticCounts[block] = countOf(span.length);
    }
    let end = file.size;
    for (const { file: from, offset, index: block, bytes } of patches) {
      if (block >= blocks) throw badPatch(from, offset, `the statics of block ${block}`);
      statics.set(bytes, end);
      staticStarts[block] = end;
      staticCounts[block] = countOf(bytes.length);
      end += bytes.length;
    }
    return { statics, staticStarts, staticCounts };
  });
}

function countOf(length: number): number {
  return Math.min(MOST_STATICS, Math.floor(length / STATIC_BYTES));
}

function beyond(
  index: string,
  statics: string,
  block: number,
  span: RecordSpan,
  size: number,
): ClientFileError {
  return new ClientFileError({
    file: index,
    offset: block * INDEX_BYTES,
    problem: `block ${block} has its statics at bytes ${span.start} to ${span.start + span.length} of ${statics}`,
    expected: `a place within its ${size} bytes`,
    suggestion: 'copy both files again from a working client: they belong together',
  });
}

/** Patches of land for the blocks that mapdifl lists; none without that file. */
async function readLandDif(folder: ClientFolder, facetId: number): Promise<Patch[]> {
  const numbers = await readNumbers(folder, `mapdifl${facetId}.mul`);
  if (numbers.length === 0) return [];
  const name = `mapdif${facetId}.mul`;
  const file = folder.pathOf(name);
  const bytes = await folder.readAll(name);
  return numbers.map((index, i) => {
    const offset = i * LAND_BLOCK_BYTES;
    const place = { file, what: `land block ${index}` };
    return {
      file,
      offset,
      index,
      bytes: readRecord(place, bytes, offset, LAND_BLOCK_BYTES, (r) => r.rest()),
    };
  });
}

async function readStaticsDif(folder: ClientFolder, facetId: number): Promise<Patch[]> {
  const numbers = await readNumbers(folder, `stadifl${facetId}.mul`);
  if (numbers.length === 0) return [];
  const indexName = `stadifi${facetId}.mul`;
  const spans = readSpans(await folder.readAll(indexName));
  const name = `stadif${facetId}.mul`;
  const file = folder.pathOf(name);
  const bytes = await folder.readAll(name);
  if (spans.length < numbers.length) {
    throw new ClientFileError({
      file: folder.pathOf(indexName),
      offset: spans.length * INDEX_BYTES,
      problem: `${spans.length} patches are listed`,
      expected: `${numbers.length} patches, as stadifl${facetId}.mul lists`,
      suggestion: 'copy the stadif files again from a working client: they belong together',
    });
  }
  return numbers.map((index, i) => {
    const { start, length } = spans[i] ?? { start: 0, length: 0 };
    const place = { file, what: `statics of block ${index}` };
    return { file, offset: start, index, bytes: readRecord(place, bytes, start, length, (r) => r.rest()) };
  });
}

async function readNumbers(folder: ClientFolder, name: string): Promise<number[]> {
  if (!folder.has(name)) return [];
  const bytes = await folder.readAll(name);
  const place = { file: folder.pathOf(name), what: 'list of blocks' };
  return readRecord(place, bytes, 0, bytes.length, readBlockNumbers).numbers;
}
