import type { Backups as Answer, Job } from '../api/answers.ts';
import { request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { ask } from '../ui/ask.tsx';
import { bytes, duration, time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';

interface Point {
  readonly from: 'backup' | 'data';
  readonly at?: string;
  readonly record?: number;
}

/** Backups, and the world as it was. */
export function Backups() {
  const { data, error, reload } = useLoad<Answer>('/backups', 1_500);
  if (data === null) return <p class="problem">{error}</p>;
  const isBusy = data.jobs.some(({ state }) => state === 'running');
  const begin = (path: string, body: object, words: string): void =>
    void attempt(async () => {
      await request('POST', path, body);
      reload();
      return words;
    });
  const restore = (point: Point): void =>
    askRestore(point, () => begin('/restores', point, 'The restore begins.'));
  return (
    <>
      <p>
        A backup copies the world and its history while the shard runs; each run adds what is new. A restore
        puts the world of a moment into a <em>new</em> folder: the shard that runs stays as it is.
      </p>
      <p class="dim">
        Folder: <code>{data.folder}</code>
      </p>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          const verify = new FormData(event.currentTarget).has('verify');
          begin('/backups', { verify }, 'The backup begins.');
        }}
      >
        <button type="submit" class="main" disabled={isBusy}>
          Back up now
        </button>
        <label class="check">
          <input type="checkbox" name="verify" />
          and restore it on trial
        </label>
      </form>
      <Jobs jobs={data.jobs} />
      <h2>Backups</h2>
      {data.made.length === 0 && <p class="dim">None was made from here.</p>}
      <ul class="list">
        {data.made.map(({ at, by, record, text }) => (
          <li key={at} class="row">
            <strong>{time(at)}</strong>
            <span class="dim">by {by}</span>
            <span class="words">{text}</span>
            {record !== null && (
              <button type="button" disabled={isBusy} onClick={() => restore({ from: 'backup', record })}>
                Restore record {record}
              </button>
            )}
          </li>
        ))}
      </ul>
      <h2>The world of a moment</h2>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          const at = new Date(String(fields.get('at'))).toISOString();
          restore({ from: fields.get('from') === 'backup' ? 'backup' : 'data', at });
        }}
      >
        <label>
          As of (your local time)
          <input type="datetime-local" name="at" step="1" required />
        </label>
        <label>
          From
          <select name="from">
            <option value="data">the shard’s own history</option>
            <option value="backup">the backup</option>
          </select>
        </label>
        <button type="submit" disabled={isBusy}>
          Restore
        </button>
      </form>
    </>
  );
}

function askRestore(point: Point, begin: () => void): void {
  const moment = point.record === undefined ? `of ${time(point.at ?? '')}` : `of record ${point.record}`;
  ask({
    title: `Restore the world ${moment}?`,
    deed: 'Restore',
    isDangerous: false,
    content: <p>It goes into a new folder beside the data folder. Start a shard with it to use it.</p>,
    onYes: begin,
  });
}

const MARKS = { running: '…', done: '✓', failed: '✕' } as const;
const CLASSES = { running: 'tag', done: 'tag good', failed: 'tag bad' } as const;

function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return null;
  return (
    <section class="stack" aria-label="Works">
      <h2>Works</h2>
      <ul class="list" aria-live="polite">
        {jobs.map(({ by, endedAt, id, kind, lines, startedAt, state, target, writtenBytes }) => (
          <li key={id} class="job">
            <p class="row">
              <span class={CLASSES[state]}>
                {MARKS[state]} {state}
              </span>
              <strong>{kind}</strong>
              <span class="dim">
                by {by}, {time(startedAt)}
                {endedAt !== null && `, took ${duration((endedAt - startedAt) / 1000)}`}
              </span>
              <span>{bytes(writtenBytes)} written</span>
            </p>
            {state === 'running' && <progress aria-label={`${kind} runs`} />}
            <p class="words">
              <code>{target}</code>
            </p>
            {lines.length > 0 && <pre>{lines.join('\n')}</pre>}
            {kind === 'restore' && state === 'done' && (
              <p>
                To use it, stop this shard and run <code>npx gommog start --data {target}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
