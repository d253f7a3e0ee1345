import { ByteSink, ByteSource } from './bytes.ts';

/** The new whole state of one component of one entity, or its removal (`data` is null). */
export interface Change {
  readonly serial: number;
  /** Component id, 1-65535. */
  readonly component: number;
  /** Schema version of `data`, 1-255. */
  readonly version: number;
  readonly data: Uint8Array | null;
}

/** A fact of a tick in the game's words, for whoever follows the log. The world does not read it, and no image keeps it. */
export interface RecordedEvent {
  readonly kind: string;
  /** Events with the same key concern the same thing. */
  readonly key: string;
  /** JSON. */
  readonly body: string;
}

/**
 * All persisted changes of one tick: the unit that is durable wholly or not at all.
 * Applying a record twice gives the same state, so (epoch, sequence) is enough to resume anywhere.
 */
export interface CommitRecord {
  /** Grows by one at each start of the shard: a record of an older epoch can never follow a newer one. */
  readonly epoch: number;
  /** Grows by one with each record, over all epochs. */
  readonly sequence: number;
  readonly tick: number;
  /** World time in milliseconds. */
  readonly timeMs: number;
  readonly changes: readonly Change[];
  /** What the tick was for those outside, in order. */
  readonly events?: readonly RecordedEvent[];
}

const COUNT_OFFSET = 28;
/** Bytes of a change before the length of its data. */
const CHANGE_BYTES = 8;
/** Kind of the section that holds events. */
const EVENTS = 1;

/** Encodes changes straight into one buffer, without a `Change` object for each. */
export class CommitEncoder {
  readonly #sink = new ByteSink(4096);
  #count = 0;

  begin(epoch: number, sequence: number, tick: number, timeMs: number): void {
    const sink = this.#sink;
    sink.reset();
    this.#count = 0;
    sink.u32(epoch);
    sink.f64(sequence);
    sink.f64(tick);
    sink.f64(timeMs);
    sink.u32(0);
  }

  get count(): number {
    return this.#count;
  }

  /** Writes a set; `encode` appends the component's state to the sink it is given. */
  set(serial: number, component: number, version: number, encode: (sink: ByteSink) => void): void {
    const sink = this.#header(serial, component, version, 1);
    const lengthAt = sink.length;
    sink.u32(0);
    encode(sink);
    sink.patchU32(lengthAt, sink.length - lengthAt - 4);
  }

  remove(serial: number, component: number): void {
    this.#header(serial, component, 0, 0).u32(0);
  }

  /** Writes what the tick was for those outside; after the last change. */
  events(events: readonly RecordedEvent[]): void {
    const sink = this.#sink;
    sink.u8(EVENTS);
    const lengthAt = sink.length;
    sink.u32(0);
    sink.u32(events.length);
    for (const { kind, key, body } of events) {
      sink.text(kind);
      sink.text(key);
      sink.text(body);
    }
    sink.patchU32(lengthAt, sink.length - lengthAt - 4);
  }

  #header(serial: number, component: number, version: number, op: number): ByteSink {
    const sink = this.#sink;
    this.#count++;
    sink.u32(serial);
    sink.u16(component);
    sink.u8(version);
    sink.u8(op);
    return sink;
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.#sink.patchU32(COUNT_OFFSET, this.#count);
    return this.#sink.take();
  }
}

/**
 * Little-endian: u32 epoch, f64 sequence, f64 tick, f64 timeMs, u32 count, then for each change
 * u32 serial, u16 component, u8 version, u8 op (1 set, 0 remove), u32 length, bytes.
 *
 * Then sections, of which there may be none: u8 kind, u32 length, bytes. Kind 1 holds events: u32 count, then for each its kind, its
 * key and its body as texts. A section of an unknown kind is passed over.
 */
export function encodeCommit(record: CommitRecord): Uint8Array<ArrayBuffer> {
  const encoder = new CommitEncoder();
  encoder.begin(record.epoch, record.sequence, record.tick, record.timeMs);
  for (const { serial, component, version, data } of record.changes) {
    if (data === null) encoder.remove(serial, component);
    else encoder.set(serial, component, version, (sink) => sink.raw(data));
  }
  if (record.events !== undefined && record.events.length > 0) encoder.events(record.events);
  return encoder.finish();
}

/** Visits the changes of a record without making an object of each. `data` is a view, null for a removal. Throws as `decodeCommit`. */
export function eachChange(
  bytes: Uint8Array,
  visit: (serial: number, component: number, version: number, data: Uint8Array | null) => void,
): void {
  const source = new ByteSource(bytes);
  source.raw(COUNT_OFFSET);
  const count = source.u32();
  for (let i = 0; i < count; i++) {
    const serial = source.u32();
    const component = source.u16();
    const version = source.u8();
    const op = source.u8();
    const data = source.raw(source.u32());
    visit(serial, component, version, op === 1 ? data : null);
  }
  decodeSections(source);
}

/** The change data are views into `bytes`. Throws RangeError when the record is cut short or has bytes to spare that are no section. */
export function decodeCommit(bytes: Uint8Array): CommitRecord {
  const source = new ByteSource(bytes);
  const head = decodeHead(source);
  const count = source.u32();
  const changes: Change[] = [];
  for (let i = 0; i < count; i++) {
    const serial = source.u32();
    const component = source.u16();
    const version = source.u8();
    const op = source.u8();
    const data = source.raw(source.u32());
    changes.push({ serial, component, version, data: op === 1 ? data : null });
  }
  const events = decodeSections(source);
  return { ...head, changes, ...(events.length === 0 ? {} : { events }) };
}

/** A record without its changes, at a fraction of the cost. Throws as `decodeCommit` does. */
export function decodeCommitEvents(bytes: Uint8Array): Omit<CommitRecord, 'changes'> {
  const source = new ByteSource(bytes);
  const head = decodeHead(source);
  const count = source.u32();
  for (let i = 0; i < count; i++) {
    source.skip(CHANGE_BYTES);
    source.skip(source.u32());
  }
  return { ...head, events: decodeSections(source) };
}

/** Does a record hold facts for those outside? Looks at no change and decodes nothing. Throws as `decodeCommit` when it is cut short. */
export function hasEvents(bytes: Uint8Array): boolean {
  const source = new ByteSource(bytes);
  source.skip(COUNT_OFFSET);
  const count = source.u32();
  for (let i = 0; i < count; i++) {
    source.skip(CHANGE_BYTES);
    source.skip(source.u32());
  }
  while (source.remaining > 0) {
    if (source.u8() === EVENTS) return true;
    source.skip(source.u32());
  }
  return false;
}

function decodeHead(source: ByteSource): Omit<CommitRecord, 'changes' | 'events'> {
  return { epoch: source.u32(), sequence: source.f64(), tick: source.f64(), timeMs: source.f64() };
}

function decodeSections(source: ByteSource): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  while (source.remaining > 0) {
    const kind = source.u8();
    const section = source.raw(source.u32());
    if (kind === EVENTS) events.push(...decodeEvents(section));
  }
  return events;
}

function decodeEvents(section: Uint8Array): RecordedEvent[] {
  const source = new ByteSource(section);
  const events: RecordedEvent[] = [];
  const count = source.u32();
  for (let i = 0; i < count; i++)
    events.push({ kind: source.text(), key: source.text(), body: source.text() });
  if (source.remaining > 0) throw new RangeError(`${source.remaining} bytes after the last event`);
  return events;
}
