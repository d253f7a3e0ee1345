import { type PackedMulti, readMulti, readPackedMulti } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { type RecordSpan, readRecord, readSpans } from './record.ts';
import { UopArchive } from './uop-archive.ts';
import type { Patch } from './verdata.ts';

/** One part of a multi; places are offsets from its origin. */
export interface MultiPart {
  readonly graphic: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** False for a part that only takes up room. */
  readonly visible: boolean;
}

/** Houses, boats and whatever else consists of many items. */
export interface Multis {
  /** Parts of a multi; one shared empty list if there is none of that id. */
  get(id: number): readonly MultiPart[];
  /** Ids of all multis, lowest first. */
  readonly ids: readonly number[];
}

const NONE: readonly MultiPart[] = Object.freeze([]);
const ARCHIVE = 'MultiCollection.uop';
/** Ids up to which an archive is searched; it knows its files by hash only. */
const MOST_IDS = 0x4000;
const OLD_PART_BYTES = 12;
const NEW_PART_BYTES = 16;
const COLUMNS = 5;

/** Numbers of a part, one after another; thousands of multis are kept this way and few are ever looked at. */
type PackedParts = Int32Array;

class MultiTable implements Multis {
  readonly ids: readonly number[];
  readonly #packed: ReadonlyMap<number, PackedParts>;
  readonly #parts = new Map<number, readonly MultiPart[]>();

  constructor(packed: ReadonlyMap<number, PackedParts>) {
    this.#packed = packed;
    this.ids = [...packed.keys()].sort((a, b) => a - b);
  }

  get(id: number): readonly MultiPart[] {
    let parts = this.#parts.get(id);
    if (parts !== undefined) return parts;
    const packed = this.#packed.get(id);
    if (packed === undefined) return NONE;
    parts = unpack(packed);
    this.#parts.set(id, parts);
    return parts;
  }
}

function unpack(packed: PackedParts): readonly MultiPart[] {
  const parts: MultiPart[] = [];
  for (let at = 0; at < packed.length; at += COLUMNS) {
    parts.push({
      graphic: packed[at]!,
      x: packed[at + 1]!,
      y: packed[at + 2]!,
      z: packed[at + 3]!,
      visible: packed[at + 4] !== 0,
    });
  }
  return Object.freeze(parts);
}

function pack(parts: readonly MultiPart[]): PackedParts {
  const packed = new Int32Array(parts.length * COLUMNS);
  parts.forEach(({ graphic, x, y, z, visible }, i) => {
    packed.set([graphic, x, y, z, visible ? 1 : 0], i * COLUMNS);
  });
  return packed;
}

export interface MultiOptions {
  /** Which form to read when the folder has both. */
  readonly prefer: 'mul' | 'uop';
  /** Is the rest of the folder from a client of 7.0.9.0 or later? Decides where multi.mul fits both formats. */
  readonly newFormat: boolean;
  /** Those of verdata.mul, by id. */
  readonly patches: readonly Patch[];
}

/** Reads MultiCollection.uop, or multi.idx and multi.mul. Throws ClientFileError. */
export async function loadMultis(folder: ClientFolder, options: MultiOptions): Promise<Multis> {
  const hasMul = folder.has('multi.mul') && folder.has('multi.idx');
  if (!hasMul && !folder.has(ARCHIVE)) throw folder.missing('multi.mul', `multi.idx and ${ARCHIVE}`);
  const fromArchive = folder.has(ARCHIVE) && (options.prefer === 'uop' || !hasMul);
  const packed = fromArchive ? await readArchive(folder) : await readMul(folder, options.newFormat);
  for (const { file, offset, index, bytes } of options.patches) {
    packed.set(
      index,
      readParts({ file, what: `multi ${index}`, base: offset }, bytes, 0, bytes.length, false),
    );
  }
  return new MultiTable(packed);
}

async function readMul(folder: ClientFolder, newFormat: boolean): Promise<Map<number, PackedParts>> {
  const spans = readSpans(await folder.readAll('multi.idx'));
  const file = folder.pathOf('multi.mul');
  const bytes = await folder.readAll('multi.mul');
  const isNew = isNewFormat(spans, newFormat, folder.pathOf('multi.idx'));
  const packed = new Map<number, PackedParts>();
  spans.forEach((span, id) => {
    if (span === null) return;
    packed.set(id, readParts({ file, what: `multi ${id}` }, bytes, span.start, span.length, isNew));
  });
  return packed;
}

function readParts(
  place: { file: string; what: string; base?: number },
  bytes: Uint8Array,
  start: number,
  length: number,
  newFormat: boolean,
): PackedParts {
  const { parts } = readRecord(place, bytes, start, length, (r) => readMulti(r, newFormat));
  return pack(parts.map((part) => ({ ...part, visible: part.visible !== 0 })));
}

/** The format shows in the lengths: parts have 12 bytes, or 16 in files of clients from 7.0.9.0 on. */
function isNewFormat(spans: readonly (RecordSpan | null)[], newFormat: boolean, file: string): boolean {
  const fits = (size: number): boolean => spans.every((span) => span === null || span.length % size === 0);
  const fitsOld = fits(OLD_PART_BYTES);
  const fitsNew = fits(NEW_PART_BYTES);
  if (fitsOld && fitsNew) return newFormat;
  if (fitsOld || fitsNew) return fitsNew;
  const odd = spans.findIndex((span) => span !== null && span.length % 4 !== 0);
  throw new ClientFileError({
    file,
    offset: odd < 0 ? null : odd * 12,
    problem: 'the lengths of the multis fit neither format',
    expected: 'multiples of 12 bytes (clients before 7.0.9.0), or of 16 bytes (later ones)',
    suggestion: COPY_AGAIN,
  });
}

async function readArchive(folder: ClientFolder): Promise<Map<number, PackedParts>> {
  return await folder.use(ARCHIVE, async (file) => {
    const archive = await UopArchive.open(file);
    const packed = new Map<number, PackedParts>();
    for (let id = 0; id < MOST_IDS; id++) {
      const path = `build/multicollection/${String(id).padStart(6, '0')}.bin`;
      const bytes = await archive.read(path);
      if (bytes === null) continue;
      const place = { file: `${file.path}:${path}`, what: `multi ${id}` };
      const multi: PackedMulti = readRecord(place, bytes, 0, bytes.length, readPackedMulti);
      // The sense is the other way round here: bit 0 says that a part is not drawn.
      packed.set(id, pack(multi.parts.map((part) => ({ ...part, visible: (part.flags & 1) === 0 }))));
    }
    return packed;
  });
}
