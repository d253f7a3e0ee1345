import type { LogLine } from '@gommog/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { useLoad } from '../api/use-load.ts';
import { time } from '../ui/format.ts';

const LEVELS = [
  ['trace', 'everything'],
  ['debug', 'for developers, too (debug)'],
  ['info', 'what happens (info)'],
  ['warn', 'what is odd (warn)'],
  ['error', 'what is broken (error)'],
] as const;
const MARKS: Readonly<Record<string, string>> = { warn: '⚠', error: '✕', fatal: '✕' };

/** The newest lines of the log, newest first. */
export function Logs() {
  const [level, setLevel] = useState<string>('info');
  const [search, setSearch] = useState('');
  const [session, setSession] = useState('');
  const [isFollowing, setIsFollowing] = useState(true);
  const ofSession = /^[1-9]\d*$/.test(session) ? `&session=${session}` : '';
  const path = `/logs?limit=500&level=${level}&search=${encodeURIComponent(search)}${ofSession}`;
  const { data, error } = useLoad<readonly LogLine[]>(path, isFollowing ? 2_000 : 0);
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  useEffect(() => {
    if (data !== null) setLines(data.toReversed());
  }, [data]);
  return (
    <>
      <div class="search">
        <label>
          Show
          <select value={level} onChange={({ currentTarget }) => setLevel(currentTarget.value)}>
            {LEVELS.map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Containing
          <input
            type="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
        <label>
          Of the session
          <input
            type="search"
            inputMode="numeric"
            pattern="[0-9]*"
            placeholder="number"
            value={session}
            onInput={({ currentTarget }) => setSession(currentTarget.value.trim())}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={({ currentTarget }) => setIsFollowing(currentTarget.checked)}
          />
          Follow: new lines come by themselves
        </label>
      </div>
      {error !== '' && <p class="problem">{error}</p>}
      {data?.length === 0 && <p class="dim">There is no such line among the newest.</p>}
      <ol class="log" aria-label="Lines, newest first">
        {lines.map((line) => (
          <Line key={line.id} line={line} onSession={setSession} />
        ))}
      </ol>
    </>
  );
}

interface LineProps {
  readonly line: LogLine;
  readonly onSession: (session: string) => void;
}

function Line({ line: { at, details, level, text }, onSession }: LineProps) {
  const { session, ...others } = details;
  return (
    <li class={`level-${level}`}>
      <span class="time">{time(at)}</span>
      <span class="level">
        {MARKS[level] ?? ''} {level}
      </span>
      <span class="words">
        {text}{' '}
        {typeof session === 'number' && session > 0 && (
          <button
            type="button"
            class="inline"
            title="Only lines of this session"
            onClick={() => onSession(String(session))}
          >
            session {session}
          </button>
        )}{' '}
        <span class="dim">{detailsOf(others)}</span>
      </span>
    </li>
  );
}

function detailsOf(details: LogLine['details']): string {
  return Object.entries(details)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
