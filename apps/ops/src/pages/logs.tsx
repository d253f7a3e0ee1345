import { useEffect, useState } from 'preact/hooks';
import type { LogLine } from '../api/answers.ts';
import { useLoad } from '../api/use-load.ts';
import { time } from '../ui/format.ts';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'] as const;
const MARKS: Readonly<Record<string, string>> = { warn: '⚠', error: '✕', fatal: '✕' };

/** The newest lines of the log, newest first. */
export function Logs() {
  const [level, setLevel] = useState<string>('info');
  const [search, setSearch] = useState('');
  const [isFollowing, setIsFollowing] = useState(true);
  const path = `/logs?limit=500&level=${level}&search=${encodeURIComponent(search)}`;
  const { data, error } = useLoad<readonly LogLine[]>(path, isFollowing ? 2_000 : 0);
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  useEffect(() => {
    if (data !== null) setLines(data.toReversed());
  }, [data]);
  return (
    <>
      <div class="search">
        <label>
          Level, at least
          <select value={level} onChange={({ currentTarget }) => setLevel(currentTarget.value)}>
            {LEVELS.map((each) => (
              <option key={each}>{each}</option>
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
        <label class="check">
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={({ currentTarget }) => setIsFollowing(currentTarget.checked)}
          />
          Follow
        </label>
      </div>
      {error !== '' && <p class="problem">{error}</p>}
      {data?.length === 0 && <p class="dim">There is no such line in memory.</p>}
      <ol class="log">
        {lines.map(({ at, details, id, level: own, text }) => (
          <li key={id} class={`level-${own}`}>
            <span class="time">{time(at)}</span>
            <span class="level">
              {MARKS[own] ?? ''} {own}
            </span>
            <span class="words">
              {text} <span class="dim">{detailsOf(details)}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function detailsOf(details: LogLine['details']): string {
  return Object.entries(details)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
