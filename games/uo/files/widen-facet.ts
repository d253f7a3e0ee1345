import { Writer } from '@gommog/wire';
import { writeIndexEntry } from '../protocol/generated/data.ts';
import { blocksIn, LAND_BLOCK_BYTES } from './blocks.ts';

/** Width and height in tiles; multiples of 8. */
export interface FacetSize {
  readonly width: number;
  readonly height: number;
}

/** Map and index of the statics of one facet, as they lie in map{n}.mul and staidx{n}.mul. */
export interface FacetBytes {
  readonly map: Uint8Array;
  readonly index: Uint8Array;
}

const INDEX_BYTES = 12;

/**
 * The same land at the upper left of a larger facet. What is beyond looks as the nearest block of the edge does, so that the sea
 * goes on, and has no statics. Places in statics{n}.mul stay as they are. Throws RangeError when the larger facet is not larger,
 * or the bytes are not of a facet of this size.
 */
export function widenFacet({ map, index }: FacetBytes, from: FacetSize, to: FacetSize): FacetBytes {
  const small = blocksIn(from.width, from.height);
  const large = blocksIn(to.width, to.height);
  if (large.wide < small.wide || large.high < small.high) {
    const [wanted, has] = [to, from].map(({ height, width }) => `${width}x${height}`);
    throw new RangeError(`a facet of ${has} tiles has no room in one of ${wanted}`);
  }
  if (map.length !== small.count * LAND_BLOCK_BYTES || index.length !== small.count * INDEX_BYTES) {
    throw new RangeError(`map and index are not of a facet of ${from.width}x${from.height} tiles`);
  }
  const wideMap = new Uint8Array(large.count * LAND_BLOCK_BYTES);
  const wideIndex = new Uint8Array(large.count * INDEX_BYTES);
  const none = new Writer(INDEX_BYTES);
  writeIndexEntry(none, { offset: 0xffffffff, len: -1, extra: 0 });
  for (let x = 0; x < large.wide; x++) {
    for (let y = 0; y < large.high; y++) {
      const block = x * large.high + y;
      const like = Math.min(x, small.wide - 1) * small.high + Math.min(y, small.high - 1);
      wideMap.set(record(map, like, LAND_BLOCK_BYTES), block * LAND_BLOCK_BYTES);
      const isInside = x < small.wide && y < small.high;
      wideIndex.set(isInside ? record(index, like, INDEX_BYTES) : none.bytes(), block * INDEX_BYTES);
    }
  }
  return { map: wideMap, index: wideIndex };
}

const record = (bytes: Uint8Array, number: number, size: number) =>
  bytes.subarray(number * size, (number + 1) * size);
