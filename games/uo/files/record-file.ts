import { closeSync, openSync, readSync } from 'node:fs';
import { WireError } from '@gommog/wire';
import { inflate } from '@gommog/wire/zlib';
import type { ClientFolder } from './client-folder.ts';
import { UopArchive, type UopPlace } from './uop-archive.ts';
import { legacyPath } from './write-uop.ts';

/** A record, and what its index says of it besides: of each kind of file something else. */
export interface FileRecord {
  readonly bytes: Uint8Array;
  readonly extra: number;
}

/** Where a record is, packed if `unpacked` says how long it is then. */
interface Span {
  readonly offset: number;
  readonly length: number;
  readonly extra: number;
  readonly unpacked: number | null;
}

/** A file of numbered records, of either kind, that are read when they are asked for. */
export interface RecordNames {
  /** Index and records, such as artidx.mul and art.mul. */
  readonly index: string;
  readonly records: string;
  /** Archive of newer clients in place of both, with the path of its files and how they end. */
  readonly archive?: { readonly file: string; readonly path: string; readonly ending: string };
}

const NO_RECORD = 0xffffffff;
const INDEX_ENTRY_BYTES = 12;
/** Largest that a record is taken for: what claims more is damaged. */
const MOST_BYTES = 64 << 20;

/**
 * Records by number, read one at a time and while the caller waits: for a thread of its own, which draws from them. What is
 * damaged is as if it were not there.
 */
export class RecordFile {
  /** Numbers of all records, rising. */
  readonly ids: readonly number[];
  readonly #spans: ReadonlyMap<number, Span>;
  readonly #handle: number | null;

  /** One with nothing in it when the folder has neither the files nor the archive. `count`: numbers that an archive may have. */
  static async open(folder: ClientFolder, names: RecordNames, count: number): Promise<RecordFile> {
    const { archive, index, records } = names;
    // Clients prefer the archive, so what is seen there is in it.
    if (archive !== undefined && folder.has(archive.file)) {
      const spans = await folder.use(archive.file, async (file) => {
        const opened = await UopArchive.open(file);
        return spansOf(opened, archive.path, archive.ending, count);
      });
      return new RecordFile(spans, openSync(folder.pathOf(archive.file), 'r'));
    }
    if (!folder.has(index) || !folder.has(records)) return new RecordFile(new Map(), null);
    return new RecordFile(spansIn(await folder.readAll(index)), openSync(folder.pathOf(records), 'r'));
  }

  private constructor(spans: ReadonlyMap<number, Span>, handle: number | null) {
    this.#spans = spans;
    this.#handle = handle;
    this.ids = [...spans.keys()].sort((a, b) => a - b);
  }

  has(number: number): boolean {
    return this.#spans.has(number);
  }

  /** Null when there is none of that number, or it is damaged. */
  read(number: number): FileRecord | null {
    const span = this.#spans.get(number);
    if (span === undefined || this.#handle === null) return null;
    const stored = new Uint8Array(span.length);
    if (readSync(this.#handle, stored, 0, span.length, span.offset) !== span.length) return null;
    if (span.unpacked === null) return { bytes: stored, extra: span.extra };
    try {
      return { bytes: inflate(stored, Math.max(1, span.unpacked)), extra: span.extra };
    } catch (error) {
      if (error instanceof WireError) return null;
      throw error;
    }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
  }
}

function spansIn(index: Uint8Array): Map<number, Span> {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const spans = new Map<number, Span>();
  for (let number = 0; (number + 1) * INDEX_ENTRY_BYTES <= index.length; number++) {
    const at = number * INDEX_ENTRY_BYTES;
    const offset = view.getUint32(at, true);
    const length = view.getInt32(at + 4, true);
    if (offset === NO_RECORD || length <= 0 || length > MOST_BYTES) continue;
    spans.set(number, { offset, length, extra: view.getUint32(at + 8, true), unpacked: null });
  }
  return spans;
}

function spansOf(archive: UopArchive, path: string, ending: string, count: number): Map<number, Span> {
  const spans = new Map<number, Span>();
  for (let number = 0; number < count; number++) {
    const place: UopPlace | null = archive.placeOf(legacyPath(path, number, ending));
    if (place === null || place.length > MOST_BYTES || (place.unpacked ?? 0) > MOST_BYTES) continue;
    spans.set(number, { ...place, extra: 0 });
  }
  return spans;
}
