import { ByteSink } from './bytes.ts';
import { ColumnStore } from './column-store.ts';
import { CommitEncoder, type RecordedEvent } from './commit.ts';
import type { Component } from './component.ts';
import type { ComponentStore } from './component-store.ts';
import { Holders } from './holders.ts';
import { Placement } from './placement.ts';
import { RecordStore } from './record-store.ts';
import { Rng } from './rng.ts';
import { type Plane, Sectors } from './sectors.ts';
import { Singleton } from './singleton.ts';
import { type PlaceColumns, problemOf, type Violation } from './soundness.ts';
import { StateHash } from './state-hash.ts';
import { TimerWheel } from './timer-wheel.ts';
import { schemaOf, type WorldSchema } from './world-schema.ts';

/** A range of serials. The range tells what an entity is; its place in the list is the kind's number. */
export interface Kind {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export interface WorldOptions {
  readonly planes: readonly Plane[];
  readonly kinds: readonly Kind[];
  readonly components: readonly Component[];
  readonly seed: number;
}

/** A state that a newer or lost component left behind: kept and written back untouched. */
interface Opaque {
  readonly version: number;
  readonly data: Uint8Array;
}

/**
 * The world as data: entities are serials, their state is components. Rules read it and change it; what changed since the
 * last commit is known without being asked. It does no I/O, reads no clock and knows no game.
 */
export class World {
  readonly sectors: Sectors;
  readonly kinds: readonly Kind[];
  readonly rng: Rng;
  readonly holders: Holders;
  /** World time in milliseconds: it stands still while the shard is down. */
  nowMs = 0;
  readonly wheel = new TimerWheel(0);

  readonly #stores = new Map<number, ComponentStore>();
  readonly #ordered: readonly ComponentStore[];
  readonly #placements: ColumnStore;
  readonly #nextSerials: number[];
  readonly #opaque = new Map<number, Map<number, Opaque>>();
  readonly #encoder = new CommitEncoder();
  #serialsMoved = false;
  /** State of chance as of the last commit: a die that was thrown is a change too. */
  #savedChance: Rng['state'];
  /** Opaque states that came or went since the last commit. */
  readonly #opaqueMoves: { serial: number; component: number }[] = [];
  #events: RecordedEvent[] = [];
  #commits = 0;

  constructor(options: WorldOptions) {
    this.kinds = options.kinds;
    this.sectors = new Sectors(options.planes, options.kinds.length);
    this.rng = new Rng(options.seed);
    this.#savedChance = this.rng.state;
    this.#nextSerials = options.kinds.map((kind) => kind.first);
    const onTimer = (component: Component, serial: number, dueMs: number): void =>
      this.wheel.add(serial, component.id, dueMs);
    for (const component of [Placement, Singleton, ...options.components]) {
      if (this.#stores.has(component.id)) throw new Error(`component id ${component.id} is used twice`);
      const Store = component.layout === 'columns' ? ColumnStore : RecordStore;
      this.#stores.set(component.id, new Store(component, onTimer));
    }
    this.#ordered = [...this.#stores.values()].sort((a, b) => a.component.id - b.component.id);
    this.#placements = this.columns(Placement);
    this.holders = new Holders(this.#placements);
  }

  // ── entities and components ──────────────────────────────────────────────────────────────────────────────────────

  /** The number of a serial's kind, or -1. */
  kindOf(serial: number): number {
    const { kinds } = this;
    for (let i = 0; i < kinds.length; i++) {
      if (serial >= kinds[i]!.first && serial <= kinds[i]!.last) return i;
    }
    return -1;
  }

  /** A serial never given out before. Throws when a kind's range is used up. */
  newSerial(kind: number): number {
    const serial = this.#nextSerials[kind]!;
    if (serial > this.kinds[kind]!.last)
      throw new RangeError(`no serials left for ${this.kinds[kind]!.name}`);
    this.#nextSerials[kind] = serial + 1;
    this.#serialsMoved = true;
    return serial;
  }

  /** The serial that a kind gets next: all from here on are new. */
  nextSerial(kind: number): number {
    return this.#nextSerials[kind]!;
  }

  /** Takes a serial that comes from elsewhere out of those to be given out. */
  reserve(serial: number): void {
    const kind = this.kindOf(serial);
    if (kind < 0 || serial < this.#nextSerials[kind]!) return;
    this.#nextSerials[kind] = serial + 1;
    this.#serialsMoved = true;
  }

  store(component: Component): ComponentStore {
    const store = this.#stores.get(component.id);
    if (store === undefined) throw new Error(`component ${component.name} is not part of this world`);
    return store;
  }

  /** The typed arrays of a component with the layout `columns`, for loops that are hot. */
  columns(component: Component): ColumnStore {
    return this.store(component) as ColumnStore;
  }

  /** The live state: writing a field changes the world. Good within the step; do not keep it. */
  get<V extends object>(serial: number, component: Component<V>): V | undefined {
    return this.store(component).get(serial) as V | undefined;
  }

  /** As `get`, for a state that must be there: its absence is a broken invariant. */
  require<V extends object>(serial: number, component: Component<V>): V {
    const state = this.get(serial, component);
    if (state === undefined) throw new Error(`entity ${serial} has no ${component.name}`);
    return state;
  }

  has(serial: number, component: Component): boolean {
    return this.store(component).rows.get(serial) >= 0;
  }

  /** Adds a component or replaces its whole state; fields left out take their initial value. */
  set<V extends object>(serial: number, component: Component<V>, state: Partial<V>): V {
    if ((component as Component) === (Placement as Component)) throw new Error('use place or contain');
    return this.store(component).set(serial, state as Record<string, unknown>) as V;
  }

  remove(serial: number, component: Component): void {
    if (component === (Placement as Component)) this.displace(serial);
    else this.store(component).delete(serial);
  }

  /** Visits every entity with the component, in row order. The visitor may change states but not add or remove them. */
  each<V extends object>(component: Component<V>, visit: (serial: number, state: V) => void): void {
    const store = this.store(component);
    for (let row = 0; row < store.top; row++) {
      const serial = store.serialAt(row);
      if (serial !== 0 || store.rows.get(0) === row) visit(serial, store.at(row) as V);
    }
  }

  /** The due time in a component's timer field, 0 when the entity has none. */
  dueAt(serial: number, component: number): number {
    return this.#stores.get(component)?.dueAt(serial) ?? 0;
  }

  /** True while the entity has any component. */
  exists(serial: number): boolean {
    for (const store of this.#ordered) if (store.rows.get(serial) >= 0) return true;
    return this.#opaque.has(serial);
  }

  /** Ends an entity and everything in it. Returns the serials that ceased to be, the entity first. */
  destroy(serial: number): readonly number[] {
    const gone = this.closureOf(serial);
    for (let i = gone.length - 1; i >= 0; i--) {
      const each = gone[i]!;
      this.displace(each);
      for (const store of this.#ordered) store.delete(each);
      for (const component of this.#opaque.get(each)?.keys() ?? [])
        this.#opaqueMoves.push({ serial: each, component });
      this.#opaque.delete(each);
    }
    return gone;
  }

  // ── places ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The placements by row, for loops that are hot. Read only. */
  get placements(): ColumnStore {
    return this.#placements;
  }

  placement(serial: number): Placement | undefined {
    return this.get(serial, Placement);
  }

  /** Puts an entity on a facet, taking it from wherever it was. Throws when there is no such place. */
  place(serial: number, facet: number, x: number, y: number, z: number): void {
    const target = this.sectors.at(facet, x, y);
    const store = this.#placements;
    const row = store.rows.get(serial);
    if (row >= 0 && store.columns['parent']![row] === 0) {
      const c = store.columns;
      const from = this.sectors.at(c['facet']![row]!, c['x']![row]!, c['y']![row]!);
      if (from !== target) {
        this.holders.leaveSector(row, from.kinds[this.kindOf(serial)]!);
        from.version++;
        this.holders.enterSector(row, serial, target.kinds[this.kindOf(serial)]!);
      }
      c['facet']![row] = facet;
      c['x']![row] = x;
      c['y']![row] = y;
      c['z']![row] = z;
      store.touch(row);
    } else {
      if (row >= 0) this.#unlink(serial, row);
      store.set(serial, { parent: 0, facet, x, y, z, slot: 0 });
      this.holders.enterSector(store.rows.get(serial), serial, target.kinds[this.kindOf(serial)]!);
    }
    target.version++;
  }

  /** Puts an entity into another one. Throws on a cycle: that is a broken rule, not a player's mistake. */
  contain(serial: number, parent: number, x: number, y: number, slot: number): void {
    for (let up = parent; up !== 0; up = this.parentOf(up)) {
      if (up === serial) throw new Error(`entity ${serial} cannot be inside itself`);
    }
    const store = this.#placements;
    const row = store.rows.get(serial);
    if (row >= 0) this.#unlink(serial, row);
    store.set(serial, { parent, facet: 0, x, y, z: 0, slot });
    this.holders.enter(store.rows.get(serial), parent);
  }

  /** Takes an entity out of the world's space without ending it. */
  displace(serial: number): void {
    const row = this.#placements.rows.get(serial);
    if (row < 0) return;
    this.#unlink(serial, row);
    this.#placements.delete(serial);
  }

  #unlink(serial: number, row: number): void {
    const c = this.#placements.columns;
    const parent = c['parent']![row]!;
    if (parent !== 0) {
      this.holders.leave(row, parent);
      return;
    }
    const sector = this.sectors.at(c['facet']![row]!, c['x']![row]!, c['y']![row]!);
    this.holders.leaveSector(row, sector.kinds[this.kindOf(serial)]!);
    sector.version++;
  }

  /** The holder's serial, or 0. */
  parentOf(serial: number): number {
    const row = this.#placements.rows.get(serial);
    return row < 0 ? 0 : this.#placements.columns['parent']![row]!;
  }

  /** The outermost holder: the one that stands on a facet. It has authority over all that is in it. */
  rootOf(serial: number): number {
    let root = serial;
    for (let up = this.parentOf(root); up !== 0; up = this.parentOf(up)) root = up;
    return root;
  }

  /** Visits the entities of a kind that stand within `range` tiles (Chebyshev). The visitor must not move anything. */
  eachNear(
    facet: number,
    x: number,
    y: number,
    range: number,
    kind: number,
    visit: (serial: number) => void,
  ): void {
    const { rows } = this.#placements;
    const xs = this.#placements.columns['x']!;
    const ys = this.#placements.columns['y']!;
    this.sectors.eachAround(facet, x, y, range, (sector) => {
      const list = sector.kinds[kind]!;
      for (let i = 0; i < list.length; i++) {
        const serial = list[i]!;
        const row = rows.get(serial);
        if (Math.abs(xs[row]! - x) <= range && Math.abs(ys[row]! - y) <= range) visit(serial);
      }
    });
  }

  /** The entity and everything within it, holders before what they hold. */
  closureOf(serial: number): readonly number[] {
    const found = [serial];
    for (let i = 0; i < found.length; i++) this.holders.each(found[i]!, (child) => found.push(child));
    return found;
  }

  /** Every store, by component id. */
  get stores(): readonly ComponentStore[] {
    return this.#ordered;
  }

  /** The states of an entity that no component of this world knows. */
  *opaqueStates(serial: number): Generator<{ component: number; version: number; data: Uint8Array }> {
    for (const [component, { version, data }] of this.#opaque.get(serial) ?? [])
      yield { component, version, data };
  }

  /** As `load`, but the state is new here and is saved with the next commit. */
  adopt(serial: number, component: number, version: number, data: Uint8Array): void {
    this.load(serial, component, version, data);
    this.#opaqueMoves.push({ serial, component });
  }

  // ── saving and loading ───────────────────────────────────────────────────────────────────────────────────────────

  /** Has the next commit record tell a fact to those who follow the log. It is no state: nobody here reads it again. */
  record(event: RecordedEvent): void {
    this.#events.push(event);
  }

  /** How often the lists of changes were emptied: those who look at them in between begin anew. */
  get commits(): number {
    return this.#commits;
  }

  /** One commit record of everything that changed since the last one, or null. Clears the marks. */
  takeCommit(epoch: number, sequence: number, tick: number): Uint8Array<ArrayBuffer> | null {
    const hasDrawn = this.rng.state.some((word, i) => word !== this.#savedChance[i]);
    if (
      hasDrawn ||
      this.#serialsMoved ||
      this.#ordered.some((store) => store.dirty.length > 0 || store.removed.length > 0)
    ) {
      this.#rememberSelf();
    }
    this.#commits++;
    const encoder = this.#encoder;
    encoder.begin(epoch, sequence, tick, this.nowMs);
    for (const store of this.#ordered) {
      const { component } = store;
      for (const serial of store.removed) encoder.remove(serial, component.id);
      for (const serial of store.dirty) {
        const row = store.rows.get(serial);
        if (row >= 0 && store.isDirty(row)) {
          encoder.set(serial, component.id, component.version, (sink) => store.encode(row, sink));
        }
      }
      store.clearDirty();
    }
    for (const { serial, component } of this.#opaqueMoves) {
      const state = this.#opaque.get(serial)?.get(component);
      if (state === undefined) encoder.remove(serial, component);
      else encoder.set(serial, component, state.version, (sink) => sink.raw(state.data));
    }
    this.#opaqueMoves.length = 0;
    const events = this.#events;
    if (encoder.count === 0 && events.length === 0) return null;
    if (events.length > 0) {
      encoder.events(events);
      this.#events = [];
    }
    return encoder.finish();
  }

  #rememberSelf(): void {
    this.#serialsMoved = false;
    this.#savedChance = this.rng.state;
    this.store(Singleton).set(0, {
      nextSerials: [...this.#nextSerials],
      rng: this.rng.state,
      nowMs: this.nowMs,
    });
  }

  /** Takes in one stored state. Throws on damaged bytes; an unknown component is kept as it is. */
  load(serial: number, component: number, version: number, data: Uint8Array): void {
    const store = this.#stores.get(component);
    if (store === undefined) {
      const states = this.#opaque.get(serial) ?? new Map<number, Opaque>();
      // Not `slice`: what a reader of files hands over would stay a view.
      states.set(component, { version, data: new Uint8Array(data) });
      this.#opaque.set(serial, states);
      return;
    }
    try {
      store.loadBytes(serial, version, data);
    } catch (error) {
      // Damaged bytes or a version of a newer build: an operator has to know of which entity.
      throw new RangeError(`entity ${serial}: ${(error as Error).message}`);
    }
  }

  /** Builds the indexes after the last `load` and says what is wrong. A world with violations must not be run. */
  finishLoading(): readonly Violation[] {
    const self = this.get(0, Singleton);
    if (self !== undefined) {
      self.nextSerials.forEach((next, kind) => {
        this.#nextSerials[kind] = Math.max(next, this.#nextSerials[kind] ?? 0);
      });
      this.rng.state = self.rng;
      this.#savedChance = self.rng;
      this.nowMs = self.nowMs;
    }
    const violations: Violation[] = [];
    const placed = this.#placements.allSerials().sort();
    for (const serial of placed) {
      const problem = problemOf(this, serial);
      if (problem === null) this.#link(serial);
      else violations.push({ serial, problem });
    }
    return violations;
  }

  #link(serial: number): void {
    const row = this.#placements.rows.get(serial);
    const { facet, parent, x, y } = this.#placements.columns as PlaceColumns;
    if (parent[row] !== 0) this.holders.enter(row, parent[row]!);
    else {
      const sector = this.sectors.at(facet[row]!, x[row]!, y[row]!);
      this.holders.enterSector(row, serial, sector.kinds[this.kindOf(serial)]!);
    }
  }

  /** Hash of all persisted state; equal worlds have equal hashes. Slow: for tests, replays and the `save` audit. */
  stateHash(): string {
    const hash = new StateHash();
    const sink = new ByteSink();
    for (const store of this.#ordered) {
      const { component } = store;
      if (!component.persisted || component.id === Singleton.id) continue;
      for (let row = 0; row < store.top; row++) {
        const serial = store.serialAt(row);
        if (serial === 0 && store.rows.get(0) !== row) continue;
        sink.reset();
        store.encode(row, sink);
        hash.add(serial, component.id, component.version, sink.bytes());
      }
    }
    sink.reset();
    for (const word of this.rng.state) sink.u32(word);
    hash.add(0, Singleton.id, 0, sink.bytes());
    for (const [serial, states] of this.#opaque) {
      for (const [component, { version, data }] of states) hash.add(serial, component, version, data);
    }
    return hash.digest();
  }

  /** What the persisted states are made of, as plain data. */
  schema(): WorldSchema {
    const persisted = this.#ordered.map(({ component }) => component).filter(({ persisted }) => persisted);
    return schemaOf(this.kinds, persisted);
  }

  /** Every persisted state of the world, encoded: to take it down as a whole. Slow. */
  *states(): Generator<{ serial: number; component: number; version: number; data: Uint8Array }> {
    this.#rememberSelf();
    const sink = new ByteSink();
    for (const store of this.#ordered) {
      const { id, persisted, version } = store.component;
      if (!persisted) continue;
      for (let row = 0; row < store.top; row++) {
        const serial = store.serialAt(row);
        if (serial === 0 && store.rows.get(0) !== row) continue;
        sink.reset();
        store.encode(row, sink);
        yield { serial, component: id, version, data: sink.take() };
      }
    }
    for (const [serial, states] of this.#opaque) {
      for (const [component, { version, data }] of states) yield { serial, component, version, data };
    }
  }

  /** Every persisted state of an entity, decoded: for people who look. */
  inspect(serial: number): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const store of this.#ordered) {
      const state = store.get(serial);
      if (state === undefined) continue;
      const { component } = store;
      found[component.name] = Object.fromEntries(
        component.fieldNames.map((name) => [name, (state as Record<string, unknown>)[name]]),
      );
    }
    return found;
  }
}
