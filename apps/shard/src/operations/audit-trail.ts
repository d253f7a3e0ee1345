import { type FileHandle, open } from 'node:fs/promises';

import type { AuditEntry } from '@gommog/staff-api';
import { parsedJson } from '../parsed-json.ts';

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** To ask for older ones with; null: there are none, or they lie further back than one question reaches. */
  readonly before: number | null;
}

export interface AuditFilter {
  /** Text that the line contains, in any case. */
  readonly search: string;
  /** Who did it: a part of the name, in any case. */
  readonly staff: string;
  /** What was done, exactly; empty for all. */
  readonly kind: string;
  /** Milliseconds since 1970; null: no limit. */
  readonly from: number | null;
  readonly to: number | null;
  /** Only what lies before this place in the file; null: from its end. */
  readonly before: number | null;
  readonly limit: number;
}

const CHUNK_BYTES = 65_536;
/** So much of the file is looked through for one question. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What an entry says, with `by` and `kind` in all of them, and people by their names. */
export type AuditView = (entry: AuditEntry) => AuditEntry;

/** Reads the audit log from its end. A line that is no JSON (torn by a crash) is passed over; no file is an empty one. */
export async function readAuditTrail(file: string, filter: AuditFilter, view: AuditView): Promise<AuditPage> {
  const { before, from, limit, search } = filter;
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return { entries: [], before: null };
  try {
    const entries: AuditEntry[] = [];
    const wanted = search.toLowerCase();
    const end = Math.min(before ?? Number.POSITIVE_INFINITY, (await handle.stat()).size);
    for await (const { at, line } of linesBackwards(handle, end)) {
      const raw = parsedJson(line) as AuditEntry | null;
      if (raw !== null && from !== null && timeOf(raw) < from) return { entries, before: null };
      const entry = raw === null ? null : view(raw);
      if (entry !== null && fits(filter, entry) && mentions(wanted, line, entry)) entries.push(entry);
      if (entries.length === limit || end - at >= MOST_BYTES)
        return { entries, before: at === 0 ? null : at };
    }
    return { entries, before: null };
  } finally {
    await handle.close();
  }
}

/** Whole lines before a place, the last first, each with where it begins. */
async function* linesBackwards(
  handle: FileHandle,
  end: number,
): AsyncGenerator<{ at: number; line: string }> {
  let rest = Buffer.alloc(0);
  let from = end;
  while (from > 0) {
    const size = Math.min(CHUNK_BYTES, from);
    from -= size;
    const chunk = Buffer.alloc(size);
    await handle.read(chunk, 0, size, from);
    rest = Buffer.concat([chunk, rest]);
    let stop = rest.length;
    for (
      let at = rest.lastIndexOf(10, stop - 1);
      at >= 0;
      at = at === 0 ? -1 : rest.lastIndexOf(10, at - 1)
    ) {
      if (at + 1 < stop) yield { at: from + at + 1, line: rest.toString('utf8', at + 1, stop) };
      stop = at;
    }
    rest = rest.subarray(0, stop);
  }
  if (rest.length > 0) yield { at: 0, line: rest.toString('utf8') };
}

function timeOf(entry: AuditEntry): number {
  return Date.parse(String(entry['at']));
}

function fits({ kind, staff, to }: AuditFilter, entry: AuditEntry): boolean {
  if (kind !== '' && entry['kind'] !== kind) return false;
  if (to !== null && timeOf(entry) > to) return false;
  return staff === '' || String(entry['by']).toLowerCase().includes(staff.toLowerCase());
}

/** Names that only the view knows count, too. */
function mentions(wanted: string, line: string, entry: AuditEntry): boolean {
  return line.toLowerCase().includes(wanted) || JSON.stringify(entry).toLowerCase().includes(wanted);
}
