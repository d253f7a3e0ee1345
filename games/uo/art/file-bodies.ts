import { type ActionStandIns, loadActionStandIns } from '../files/action-stand-ins.ts';
import { AnimationArchives } from '../files/animation-archives.ts';
import { type BodyDefinitions, loadBodyDefinitions, type StandIn } from '../files/body-definitions.ts';
import { ACTIONS_OF, animationRecord, type BodyKind, bodyKind, DIRECTIONS } from '../files/body-kind.ts';
import { type OnDamage, unlessDamaged } from '../files/client-file-error.ts';
import type { ClientFolder } from '../files/client-folder.ts';
import { decodeAnimation } from '../files/read-animations.ts';
import { RecordFile } from '../files/record-file.ts';
import type { BodyLook, Frame } from './art-source.ts';
import { isSameLook, plainLook, STRIDES } from './body-look.ts';

/** Bodies that clients have room for. */
const BODIES = 2_048;
const FILES = 5;
/** Actions of a body in the archives. */
const PACKED_ACTIONS = 80;
/** Actions of going about that only bodies in archives have, at peace. Source: what current clients play. */
const PACKED_STRIDE = { walk: 22, run: 24, stand: 25 } as const;

/** Where the frames of a body are. */
type Place =
  | { readonly file: number; readonly slot: number; readonly kind: BodyKind }
  | { readonly file: 'archives'; readonly kind: BodyKind; readonly isEquipment: boolean };

interface Tables {
  /** anim.mul to anim5.mul; those that are not there are empty. */
  readonly files: readonly RecordFile[];
  readonly archives: AnimationArchives;
  readonly definitions: BodyDefinitions;
  readonly standIns: ActionStandIns;
}

/**
 * Moving bodies of an operator's own client files. Which file has a body's frames, clients find so: mobtypes.txt marks those of the
 * archives; else Bodyconv.def names a slot in a later file; else it is that of its number in anim.mul, and only then Body.def may name
 * another body in its place. Frames are read when they are asked for, while the caller waits.
 */
export class FileBodies {
  /** Bodies with frames of their own, rising. */
  readonly ids: readonly number[];
  readonly looks: ReadonlyMap<number, BodyLook>;
  /** Of corpses and of what is worn, those that have frames: without them the body itself is drawn. */
  readonly corpses: ReadonlyMap<number, StandIn>;
  readonly fittings: ReadonlyMap<string, StandIn>;
  readonly #tables: Tables;
  readonly #places = new Map<number, Place>();
  readonly #onDamage: OnDamage;

  /** Throws ClientFileError when a table of an archive is damaged. */
  static async open(folder: ClientFolder, onDamage: OnDamage): Promise<FileBodies> {
    const files: RecordFile[] = [];
    for (let number = 1; number <= FILES; number++) {
      const name = `anim${number === 1 ? '' : number}`;
      files.push(await RecordFile.open(folder, { index: `${name}.idx`, records: `${name}.mul` }, 0));
    }
    const archives = await AnimationArchives.open(folder);
    const definitions = await loadBodyDefinitions(folder, onDamage);
    const packed = [...definitions.types].flatMap(([body, { isPacked }]) => (isPacked ? [body] : []));
    const standIns = archives.isEmpty ? new Map() : await loadActionStandIns(folder, packed, onDamage);
    return new FileBodies({ files, archives, definitions, standIns }, onDamage);
  }

  private constructor(tables: Tables, onDamage: OnDamage) {
    this.#tables = tables;
    this.#onDamage = onDamage;
    const { slots, standIns, types } = tables.definitions;
    const numbers = new Set([...Array(BODIES).keys(), ...standIns.keys(), ...slots.keys(), ...types.keys()]);
    const all = [...numbers].sort((a, b) => a - b);
    this.ids = all.filter((body) => this.#drawnAs(body) === body && this.#hasFrames(body));
    const own = new Set(this.ids);
    const looks = all.map((body) => [body, this.#look(body)] as const);
    this.looks = new Map(
      looks.filter(([body, look]) => own.has(look.body) && !isSameLook(look, plainLook(body))),
    );
    const { corpses, fittings } = tables.definitions;
    const isDrawn = ([, { body }]: readonly [unknown, StandIn]): boolean => own.has(this.#drawnAs(body));
    this.corpses = new Map([...corpses].filter(isDrawn));
    this.fittings = new Map(
      [...fittings].filter(isDrawn).map(([key, instead]) => [`${key >>> 16}/${key & 0xffff}`, instead]),
    );
  }

  /** Null when there are none, or they are damaged, which is told. */
  frames(body: number, action: number, direction: number): readonly Frame[] | null {
    if (action < 0 || direction < 0 || direction >= DIRECTIONS) return null;
    const drawn = this.#drawnAs(body);
    const place = this.#placeOf(drawn);
    const { archives, files, standIns } = this.#tables;
    if (place.file === 'archives') {
      const { isEquipment } = place;
      const played = standIns.get(drawn)?.get(action) ?? action;
      return unlessDamaged(this.#onDamage, () =>
        archives.frames({ body: drawn, action: played, direction, isEquipment }),
      );
    }
    if (action >= ACTIONS_OF[place.kind]) return null;
    const record = animationRecord(place.slot, action, direction, place.kind);
    return unlessDamaged(this.#onDamage, () => files[place.file - 1]!.decoded(record, decodeAnimation));
  }

  close(): void {
    const { archives, files } = this.#tables;
    archives.close();
    for (const file of files) file.close();
  }

  /** Follows Body.def to the body whose frames are drawn: itself where that leads to nothing; a circle ends where it was entered. */
  #drawnAs(body: number): number {
    const { standIns } = this.#tables.definitions;
    const seen = new Set([body]);
    let drawn = body;
    while (this.#placeOf(drawn).file === 1) {
      const next = standIns.get(drawn);
      if (next === undefined) break;
      drawn = next.body;
      if (seen.has(drawn)) break;
      seen.add(drawn);
    }
    return this.#hasFrames(drawn) ? drawn : body;
  }

  #look(body: number): BodyLook {
    const drawn = this.#drawnAs(body);
    const hue = drawn === body ? 0 : this.#tables.definitions.standIns.get(body)!.hue;
    const place = this.#placeOf(drawn);
    const { kind } = place;
    const stride = STRIDES[kind];
    if (place.file === 'archives' && kind !== 'people') {
      const monster = STRIDES.monster;
      const has = (action: number): boolean => this.#hasAction(drawn, action);
      const walk = has(PACKED_STRIDE.walk) ? PACKED_STRIDE.walk : monster.walk;
      const run = has(PACKED_STRIDE.run) ? PACKED_STRIDE.run : walk;
      const stand = has(PACKED_STRIDE.stand) ? PACKED_STRIDE.stand : monster.stand;
      return { body: drawn, hue, walk, run, stand };
    }
    // A few animals of the later files cannot run.
    const runs =
      kind !== 'animal' || !this.#hasAction(drawn, stride.walk) || this.#hasAction(drawn, stride.run);
    return { body: drawn, hue, ...stride, run: runs ? stride.run : stride.walk };
  }

  #placeOf(body: number): Place {
    let place = this.#places.get(body);
    if (place === undefined) {
      place = this.#findPlace(body);
      this.#places.set(body, place);
    }
    return place;
  }

  #findPlace(body: number): Place {
    const { definitions, files } = this.#tables;
    const type = definitions.types.get(body);
    // Without mobtypes.txt nothing is marked: then what anim.mul lacks is looked for in the archives.
    const mayBePacked = definitions.types.size === 0 || type?.isPacked === true;
    const kind = type?.kind ?? bodyKind(body);
    const inFirst: Place = { file: 1, slot: body, kind };
    const packed: Place = { file: 'archives', kind, isEquipment: type?.isEquipment ?? false };
    if (type?.isPacked === true && this.#isPacked(body)) return packed;
    const slot = definitions.slots.get(body)?.findLast(({ file }) => files[file - 1]!.ids.length > 0);
    if (slot !== undefined) return { ...slot, kind: type?.kind ?? bodyKind(slot.slot, slot.file) };
    return mayBePacked && !this.#hasRecords(inFirst) && this.#isPacked(body) ? packed : inFirst;
  }

  #hasFrames(body: number): boolean {
    const place = this.#placeOf(body);
    return place.file === 'archives' || this.#hasRecords(place);
  }

  #hasAction(body: number, action: number): boolean {
    const place = this.#placeOf(body);
    if (place.file !== 'archives') return this.#hasRecord(place, action);
    const played = this.#tables.standIns.get(body)?.get(action) ?? action;
    return this.#tables.archives.has(body, played);
  }

  #isPacked(body: number): boolean {
    const { archives } = this.#tables;
    if (archives.isEmpty) return false;
    for (let action = 0; action < PACKED_ACTIONS; action++) if (archives.has(body, action)) return true;
    return false;
  }

  #hasRecords(place: Place): boolean {
    for (let action = 0; action < ACTIONS_OF[place.kind]; action++)
      if (this.#hasRecord(place, action)) return true;
    return false;
  }

  #hasRecord(place: Place, action: number): boolean {
    if (place.file === 'archives') return false;
    return this.#tables.files[place.file - 1]!.has(animationRecord(place.slot, action, 0, place.kind));
  }
}
