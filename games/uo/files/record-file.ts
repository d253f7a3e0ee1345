import { WireError } from '@gommog/wire';
import type { ClientFolder } from './client-folder.ts';
import { type Span, SpanFile } from './span-file.ts';
import { UopArchive } from './uop-archive.ts';
import { legacyPath } from './write-uop.ts';

interface IndexedSpan extends Span {
  readonly extra: number;
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

/** Records by number, read one at a time and while the caller waits: for a thread of its own, which draws from them. */
export class RecordFile {
  /** Numbers of all records, rising. */
  readonly ids: readonly number[];
  readonly #spans: ReadonlyMap<number, IndexedSpan>;
  readonly #file: SpanFile | null;

  /**
   * One with nothing in it when the folder has neither the files nor the archive. `count`: numbers that an archive may have. Throws
   * ClientFileError when the table of an archive is damaged.
   */
  static async open(folder: ClientFolder, names: RecordNames, count: number): Promise<RecordFile> {
    const { archive, index, records } = names;
    // Clients prefer the archive, so what is seen there is in it.
    if (archive !== undefined && folder.has(archive.file)) {
      const spans = await folder.use(archive.file, async (file) => {
        const opened = await UopArchive.open(file);
        return spansOf(opened, archive.path, archive.ending, count);
      });
      return new RecordFile(spans, new SpanFile(folder.pathOf(archive.file)));
    }
    if (!folder.has(index) || !folder.has(records)) return new RecordFile(new Map(), null);
    return new RecordFile(spansIn(await folder.readAll(index)), new SpanFile(folder.pathOf(records)));
  }

  private constructor(spans: ReadonlyMap<number, IndexedSpan>, file: SpanFile | null) {
    this.#spans = spans;
    this.#file = file;
    this.ids = [...spans.keys()].sort((a, b) => a - b);
  }

  has(number: number): boolean {
    return this.#spans.has(number);
  }

  /**
   * What `decode` makes of a record and of what its index says besides, which in each kind of file is something else. Null when there is none
   * of that number, or `decode` says so. Throws ClientFileError when the record is damaged: `decode` throws WireError for that.
   */
  decoded<T>(number: number, decode: (bytes: Uint8Array, extra: number) => T | null): T | null {
    const span = this.#spans.get(number);
    if (span === undefined || this.#file === null) return null;
    const bytes = this.#file.read(span);
    try {
      return decode(bytes, span.extra);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw this.#file.damaged(span.offset, `record ${number}: ${error.message}`, 'a whole record');
    }
  }

  close(): void {
    this.#file?.close();
  }
}

function spansIn(index: Uint8Array): Map<number, IndexedSpan> {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const spans = new Map<number, IndexedSpan>();
  for (let number = 0; (number + 1) * INDEX_ENTRY_BYTES <= index.length; number++) {
    const at = number * INDEX_ENTRY_BYTES;
    const offset = view.getUint32(at, true);
    const length = view.getInt32(at + 4, true);
    if (offset === NO_RECORD || length <= 0) continue;
    const extra = view.getUint32(at + 8, true);
    spans.set(number, { offset, length, extra, packing: 'stored', unpacked: length });
  }
  return spans;
}

function spansOf(archive: UopArchive, path: string, ending: string, count: number): Map<number, IndexedSpan> {
  const spans = new Map<number, IndexedSpan>();
  for (let number = 0; number < count; number++) {
    const place = archive.placeOf(legacyPath(path, number, ending));
    if (place !== null) spans.set(number, { ...place, extra: 0 });
  }
  return spans;
}
