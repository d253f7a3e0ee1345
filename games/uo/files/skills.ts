import { readSkillEntry } from '../protocol/generated/data.ts';
import type { ClientFolder } from './client-folder.ts';
import { readRecord, readSpans } from './record.ts';
import type { Patch } from './verdata.ts';

/** A skill as the client lists it. */
export interface Skill {
  readonly name: string;
  /** Can it be used by a button in the list? */
  readonly hasButton: boolean;
}

/** Reads skills.idx and skills.mul: the skills by number. Patches are those of verdata.mul. Throws ClientFileError. */
export async function loadSkills(
  folder: ClientFolder,
  patches: readonly Patch[] = [],
): Promise<readonly Skill[]> {
  const file = folder.pathOf('skills.mul');
  const spans = readSpans(await folder.readAll('skills.idx'));
  const bytes = await folder.readAll('skills.mul');
  const skills: Skill[] = [];
  for (const [id, span] of spans.entries()) {
    // Numbers are places in the list: after a gap there are no more skills.
    if (span === null) break;
    skills.push(readSkill({ file, what: `skill ${id}` }, bytes, span.start, span.length));
  }
  for (const { file: from, offset, index, bytes: record } of patches) {
    if (index >= skills.length) continue;
    skills[index] = readSkill({ file: from, what: `skill ${index}`, base: offset }, record, 0, record.length);
  }
  return skills;
}

function readSkill(
  place: { file: string; what: string; base?: number },
  bytes: Uint8Array,
  start: number,
  length: number,
): Skill {
  const { hasButton, name } = readRecord(place, bytes, start, length, readSkillEntry);
  return { name, hasButton: hasButton !== 0 };
}
