import { Reader, WireError } from '@gommog/wire';
import { type ActionTable, readActionTable } from '../protocol/generated/data.ts';
import { ClientFileError, COPY_AGAIN, type OnDamage } from './client-file-error.ts';
import type { ClientFolder } from './client-folder.ts';
import { UopArchive } from './uop-archive.ts';
import { legacyPath } from './write-uop.ts';

const NAME = 'AnimationSequence.uop';
/** Actions have two digits in the paths of archives. */
const MOST_ACTIONS = 100;

/** By body, and then by action, the action whose frames stand in for it. */
export type ActionStandIns = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * Reads AnimationSequence.uop for some bodies; a folder without it has no stand-ins. A body whose table is damaged has none, and that is
 * told. Throws ClientFileError when the archive itself is damaged.
 */
export async function loadActionStandIns(
  folder: ClientFolder,
  bodies: Iterable<number>,
  onDamage: OnDamage,
): Promise<ActionStandIns> {
  const found = new Map<number, ReadonlyMap<number, number>>();
  if (!folder.has(NAME)) return found;
  await folder.use(NAME, async (file) => {
    const archive = await UopArchive.open(file);
    for (const body of bodies) {
      try {
        const standIns = await standInsOf(archive, file.path, body);
        if (standIns !== null) found.set(body, standIns);
      } catch (error) {
        if (!(error instanceof ClientFileError)) throw error;
        onDamage(error);
      }
    }
  });
  return found;
}

async function standInsOf(
  archive: UopArchive,
  file: string,
  body: number,
): Promise<ReadonlyMap<number, number> | null> {
  const path = legacyPath('animationsequence', body, 'bin');
  const bytes = await archive.read(path);
  if (bytes === null) return null;
  const damaged = (problem: string): ClientFileError =>
    new ClientFileError({
      file,
      offset: archive.placeOf(path)?.offset ?? null,
      problem: `${path}: ${problem}`,
      expected: `the actions of body ${body}`,
      suggestion: COPY_AGAIN,
    });
  const table = tableOf(bytes, damaged);
  if (table.body !== body) throw damaged(`it is that of body ${table.body}`);
  const standIns = new Map<number, number>();
  for (const { action, frames, standIn } of table.actions) {
    if (frames !== 0 || standIn < 0) continue;
    if (action >= MOST_ACTIONS || standIn >= MOST_ACTIONS)
      throw damaged(`action ${standIn} stands in for ${action}, and the last is ${MOST_ACTIONS - 1}`);
    standIns.set(action, standIn);
  }
  return standIns;
}

function tableOf(bytes: Uint8Array, damaged: (problem: string) => ClientFileError): ActionTable {
  try {
    return readActionTable(new Reader(bytes));
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw damaged(error.message);
  }
}
