import type { BodyKind } from './body-kind.ts';
import { ClientFileError, type OnDamage } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { type DefinitionLine, numberOf, readDefinitionLines } from './definition-lines.ts';

/** A body that is drawn in place of another. */
export interface StandIn {
  readonly body: number;
  /** Hue of who has none; 0 for none. */
  readonly hue: number;
}

/** Where a body is among the files of animations: 2 to 5 for anim2.mul to anim5.mul. */
export interface BodySlot {
  readonly file: number;
  readonly slot: number;
}

export interface BodyType {
  readonly kind: BodyKind;
  /** Worn by others. */
  readonly isEquipment: boolean;
  /** Its frames are in the archives of animations. */
  readonly isPacked: boolean;
}

/** What a client's tables say of bodies, by number. */
export interface BodyDefinitions {
  /** Body.def. */
  readonly standIns: ReadonlyMap<number, StandIn>;
  /** Bodyconv.def: each place that a line names, in its order. */
  readonly slots: ReadonlyMap<number, readonly BodySlot[]>;
  /** mobtypes.txt. */
  readonly types: ReadonlyMap<number, BodyType>;
  /** Corpse.def: what lies there in place of a body that died. */
  readonly corpses: ReadonlyMap<number, StandIn>;
  /** Equipconv.def, by `fittingKey`: what somebody wears is drawn as another worn body. */
  readonly fittings: ReadonlyMap<number, StandIn>;
}

/** Number of a pair of bodies: who wears, and what is worn. */
export function fittingKey(body: number, worn: number): number {
  return body * (MOST_BODY + 1) + worn;
}

/** The largest of these tables have some thousand lines. */
const MOST_BYTES = 1 << 20;
const MOST_BODY = 0xffff;
const FIRST_FILE = 2;
const LAST_FILE = 5;

/** Marks of mobtypes.txt that say where records are. Source: what current clients do with them. */
const TypeFlag = { likeMonster: 0x20, likeAnimal: 0x40, likePeople: 0x400, packed: 0x10000 } as const;

/**
 * Reads Body.def, Bodyconv.def, mobtypes.txt, Corpse.def and Equipconv.def; a missing one says nothing. Lines that cannot be understood are left out, and the first
 * of them in each table is told. Throws ClientFileError when a table cannot be read at all.
 */
export async function loadBodyDefinitions(
  folder: ClientFolder,
  onDamage: OnDamage,
): Promise<BodyDefinitions> {
  const table = <T>(name: string, expected: string, read: LineReader<T>, more: Partial<Table<T>> = {}) =>
    readTable(folder, { name, expected, read, key: bodyOf, firstCounts: false, onDamage, ...more });
  return {
    standIns: await table('Body.def', 'body {body} hue', standInOf, { firstCounts: true }),
    slots: await table('Bodyconv.def', 'body and its slots in anim2 to anim5', slotsOf),
    types: await table('mobtypes.txt', 'body, type and marks', typeOf),
    corpses: await table('Corpse.def', 'body {body} hue', standInOf),
    fittings: await table('Equipconv.def', 'body, worn body, other worn body, gump and hue', fittingOf, {
      key: wearerOf,
    }),
  };
}

/** What a line says of a body; null when it cannot be understood. */
type LineReader<T> = (words: DefinitionLine['words']) => T | null;

interface Table<T> {
  readonly name: string;
  readonly expected: string;
  readonly read: LineReader<T>;
  /** Number that a line is about; null when it is none. */
  readonly key: LineReader<number>;
  /** Of several lines for a body, does the first count? Else the last. Clients differ from table to table. */
  readonly firstCounts: boolean;
  readonly onDamage: OnDamage;
}

async function readTable<T>(
  folder: ClientFolder,
  { expected, firstCounts, key, name, onDamage, read }: Table<T>,
): Promise<ReadonlyMap<number, T>> {
  const found = new Map<number, T>();
  if (!folder.has(name)) return found;
  const damage = (offset: number, problem: string): void =>
    onDamage(
      new ClientFileError({
        file: folder.pathOf(name),
        offset,
        problem,
        expected,
        suggestion: 'correct the line, or copy the file again from a working client',
      }),
    );
  const bytes = await folder.use(name, (file) => file.read(0, Math.min(file.size, MOST_BYTES + 1)));
  if (bytes.length > MOST_BYTES) {
    damage(0, `it has more than ${MOST_BYTES} bytes, and is not read`);
    return found;
  }
  const bad: number[] = [];
  for (const { offset, words } of readDefinitionLines(bytes)) {
    const of = key(words);
    const said = of === null ? null : read(words);
    if (of === null || said === null) bad.push(offset);
    else if (!firstCounts || !found.has(of)) found.set(of, said);
  }
  if (bad.length > 0)
    damage(bad[0]!, `${bad.length === 1 ? 'a line is' : `${bad.length} lines are`} not understood`);
  return found;
}

/** The body that a word names; null when it names none. */
function bodyIn(word: DefinitionLine['words'][number] | undefined): number | null {
  const body = numberOf(word);
  return body === null || body < 0 || body > MOST_BODY ? null : body;
}

const bodyOf: LineReader<number> = ([body]) => bodyIn(body);

const wearerOf: LineReader<number> = ([wearer, worn]) => {
  const [body, on] = [bodyIn(wearer), bodyIn(worn)];
  return body === null || on === null ? null : fittingKey(body, on);
};

/** `body worn other gump hue`; the gump is for windows that nobody here draws. */
function fittingOf(words: DefinitionLine['words']): StandIn | null {
  const [other, gump, hue] = [bodyIn(words[2]), numberOf(words[3]), numberOf(words[4])];
  if (other === null || gump === null || hue === null) return null;
  return { body: other, hue: Math.max(0, hue) & 0xffff };
}

/** `body {bodies} hue`. Of three bodies and more clients take the third, else the first. */
function standInOf(words: DefinitionLine['words']): StandIn | null {
  const [, list, hueWord] = words;
  if (!Array.isArray(list)) return null;
  const body = bodyIn(list.length >= 3 ? list[2] : list[0]);
  const hue = numberOf(hueWord);
  if (body === null || hue === null) return null;
  return { body, hue: Math.max(0, hue) & 0xffff };
}

/** `body slot slot slot slot`, with -1 for a file that it is not in. Older clients know fewer files. */
function slotsOf(words: DefinitionLine['words']): readonly BodySlot[] | null {
  if (words.length < 2) return null;
  const slots: BodySlot[] = [];
  for (let file = FIRST_FILE; file <= LAST_FILE; file++) {
    const word = words[file - 1];
    if (word === undefined) break;
    const slot = numberOf(word);
    if (slot === null || slot > MOST_BODY) return null;
    if (slot >= 0) slots.push({ file, slot });
  }
  return slots;
}

/** `body TYPE marks`, the marks in hexadecimal. */
function typeOf(words: DefinitionLine['words']): BodyType | null {
  const [, name, mark] = words;
  if (typeof name !== 'string' || typeof mark !== 'string' || !/^(?:0x)?[0-9a-f]{1,8}$/i.test(mark))
    return null;
  const flags = Number.parseInt(mark, 16);
  const kind = kindOf(name.toLowerCase(), flags);
  if (kind === null) return null;
  return {
    kind,
    isEquipment: name.toLowerCase() === 'equipment',
    isPacked: (flags & TypeFlag.packed) !== 0,
  };
}

function kindOf(type: string, flags: number): BodyKind | null {
  const marked = (): BodyKind =>
    (flags & TypeFlag.likePeople) !== 0
      ? 'people'
      : (flags & TypeFlag.likeAnimal) !== 0
        ? 'animal'
        : 'monster';
  switch (type) {
    case 'monster':
      return marked();
    case 'animal':
      return (flags & TypeFlag.likeMonster) !== 0 ? marked() : 'animal';
    case 'sea_monster':
      return 'monster';
    case 'human':
    case 'equipment':
      return 'people';
    default:
      return null;
  }
}
