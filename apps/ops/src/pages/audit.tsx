import { useEffect, useState } from 'preact/hooks';
import type { AuditPage } from '../api/answers.ts';
import { request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';

type Entry = AuditPage['entries'][number];

/** What staff did, in the world and here. */
export function Audit() {
  const [search, setSearch] = useState('');
  const path = `/audit?limit=100&search=${encodeURIComponent(search)}`;
  const { data, error, reload } = useLoad<AuditPage>(path);
  const [older, setOlder] = useState<readonly Entry[]>([]);
  const [before, setBefore] = useState<number | null>(null);
  useEffect(() => {
    setOlder([]);
    setBefore(data?.before ?? null);
  }, [data]);
  const more = (): void =>
    void attempt(async () => {
      const page = await request<AuditPage>('GET', `${path}&before=${before}`);
      setOlder((known) => [...known, ...page.entries]);
      setBefore(page.before);
      return '';
    });
  const entries = [...(data?.entries ?? []), ...older];
  return (
    <>
      <div class="search">
        <label>
          Containing
          <input
            type="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
        <button type="button" onClick={reload}>
          Look again
        </button>
      </div>
      {error !== '' && <p class="problem">{error}</p>}
      {data !== null && entries.length === 0 && <p class="dim">There is no such entry.</p>}
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">More</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              <tr key={i}>
                <td class="time">{time(String(entry['at']))}</td>
                <td>{text(entry['by'] ?? entry['name'] ?? entry['account'])}</td>
                <td>{text(entry['act'] ?? entry['command'])}</td>
                <td class="words">{rest(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {before !== null && (
        <button type="button" onClick={more}>
          Older
        </button>
      )}
    </>
  );
}

function text(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

const SHOWN = new Set(['at', 'by', 'name', 'act', 'command']);

function rest(entry: Entry): string {
  return Object.entries(entry)
    .filter(([key]) => !SHOWN.has(key))
    .map(([key, value]) => (key === 'outcome' ? text(value) : `${key}: ${text(value)}`))
    .join(' · ');
}
