import type { AuditEntry, AuditPage } from '@gommog/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';
import { Scroll } from '../ui/scroll.tsx';

interface Filter {
  readonly staff: string;
  readonly kind: string;
  readonly search: string;
  /** As the browser's fields for local times tell them. */
  readonly from: string;
  readonly to: string;
}

const EVERYTHING: Filter = { staff: '', kind: '', search: '', from: '', to: '' };
/** What staff do often; the field takes any other, too. */
const KINDS = [
  'api-login',
  'api-login-refused',
  'staff-entered',
  'kick',
  'jail',
  'unjail',
  'ban',
  'unban',
  'set-access',
  'set-password',
  'add',
  'remove',
  'set',
  'go',
  'backup',
  'restore',
  'token-made',
  'alert-threshold',
] as const;

/** What staff did, in the world and here. */
export function Audit() {
  const [filter, setFilter] = useState(EVERYTHING);
  const query = queryOf(filter);
  const path = `/audit?limit=100&${query}`;
  const { data, error, reload } = useLoad<AuditPage>(path);
  const [older, setOlder] = useState<readonly AuditEntry[]>([]);
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
      <Filters filter={filter} onChange={setFilter} />
      <p class="buttons">
        <button type="button" onClick={reload}>
          Look again
        </button>
        <button type="button" onClick={() => setFilter(EVERYTHING)}>
          Show all
        </button>
        <a class="button" download="audit.csv" href={`/api/audit/export?format=csv&${query}`}>
          Save as CSV
        </a>
        <a class="button" download="audit.ndjson" href={`/api/audit/export?format=ndjson&${query}`}>
          Save as NDJSON
        </a>
      </p>
      {error !== '' && <p class="problem">{error}</p>}
      {data !== null && entries.length === 0 && <p class="dim">There is no such entry.</p>}
      <Scroll label="Entries">
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">To whom</th>
              <th scope="col">What came of it</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              <tr key={i}>
                <td class="time">{time(String(entry['at']))}</td>
                <td>{text(entry['by'])}</td>
                <td>{text(entry['command'] ?? entry['kind'])}</td>
                <td>{text(entry['target'])}</td>
                <td class="words">{rest(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {before !== null && (
        <button type="button" onClick={more}>
          Older
        </button>
      )}
    </>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const field = (name: keyof Filter, label: string, type: 'search' | 'datetime-local', list?: string) => (
    <label>
      {label}
      <input
        type={type}
        list={list}
        value={filter[name]}
        onInput={({ currentTarget }) => onChange({ ...filter, [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <div class="search">
      {field('staff', 'Who', 'search')}
      {field('kind', 'What', 'search', 'audit-kinds')}
      {field('search', 'Containing', 'search')}
      {field('from', 'From (your local time)', 'datetime-local')}
      {field('to', 'To', 'datetime-local')}
      <datalist id="audit-kinds">
        {KINDS.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
    </div>
  );
}

function queryOf({ from, kind, search, staff, to }: Filter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, search, staff }))
    if (value !== '') query.set(name, value);
  for (const [name, value] of Object.entries({ from, to })) {
    const at = new Date(value);
    if (!Number.isNaN(at.getTime())) query.set(name, at.toISOString());
  }
  return query.toString();
}

function text(value: unknown): string {
  return value === undefined || value === null
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

const SHOWN = new Set(['at', 'by', 'kind', 'command', 'target']);

function rest(entry: AuditEntry): string {
  return Object.entries(entry)
    .filter(([key, value]) => !SHOWN.has(key) && value !== '')
    .map(([key, value]) => (key === 'outcome' ? text(value) : `${key}: ${text(value)}`))
    .join(' · ');
}
