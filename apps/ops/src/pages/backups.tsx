import type { Backups as Answer, BackupEntry, Job } from '@gommog/staff-api';
import { live } from '../api/live.ts';
import { request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { useWants } from '../api/use-wants.ts';
import { ask } from '../ui/ask.tsx';
import { bytes, duration, time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';

interface Point {
  readonly from: 'backup' | 'data';
  /** Which of the backups that are listed. */
  readonly backup?: string;
  readonly at?: string;
  readonly record?: number;
}

/** Backups, and the world as it was. */
export function Backups() {
  useWants('jobs');
  const { data, error, reload } = useLoad<Answer>('/backups', 10_000);
  if (data === null) return <p class="problem">{error}</p>;
  const jobs = newest(data.jobs, live.value?.jobs ?? []);
  const isBusy = jobs.some(({ state }) => state === 'running');
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
        A backup copies the world and its history while people play; each run adds what is new. A restore puts
        the world of a moment into a <em>new</em> folder: the shard that runs stays as it is.
      </p>
      <p class="dim">
        Backups from here go to <code>{data.folder}</code>
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
      <Jobs jobs={jobs} onChange={reload} />
      <h2>Backups</h2>
      {data.made.length === 0 && (
        <p class="dim">
          There is none yet, neither from here nor by <code>npx gommog backup</code>.
        </p>
      )}
      <ul class="list">
        {data.made.map((entry) => (
          <BackupRow key={entry.id} entry={entry} isBusy={isBusy} onRestore={restore} />
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
            <option value="backup">the backup from here</option>
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

interface RowProps {
  readonly entry: Answer['made'][number];
  readonly isBusy: boolean;
  readonly onRestore: (point: Point) => void;
}

function BackupRow({ entry, isBusy, onRestore }: RowProps) {
  const { at, by, folder, id, isThere, record } = entry;
  return (
    <li class="row">
      <strong>{time(at)}</strong>
      <span class="dim">by {by}</span>
      <span>{wordsOf(entry)}</span>
      <code>{folder}</code>
      {isThere ? (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => onRestore({ from: 'backup', backup: id, record })}
        >
          Restore record {record}
        </button>
      ) : (
        <span class="tag bad">✕ the folder is gone</span>
      )}
    </li>
  );
}

function wordsOf({ isFull, record, recordAt, verified }: BackupEntry): string {
  const what = isFull ? 'a whole copy' : 'what was new';
  const trial = verified ? ', restored on trial and sound' : '';
  return `${what}, up to ${time(recordAt)} (record ${record})${trial}`;
}

/** The works as they were told last: those that run are told each second. */
function newest(listed: readonly Job[], told: readonly Job[]): readonly Job[] {
  const fresh = new Map(told.map((job) => [job.id, job]));
  const unlisted = told.filter(({ id }) => listed.every((job) => job.id !== id));
  return [...unlisted, ...listed.map((job) => fresh.get(job.id) ?? job)];
}

const MARKS = { running: '…', done: '✓', failed: '✕', cancelled: '✕' } as const;
const CLASSES = { running: 'tag', done: 'tag good', failed: 'tag bad', cancelled: 'tag bad' } as const;

function Jobs({ jobs, onChange }: { readonly jobs: readonly Job[]; readonly onChange: () => void }) {
  if (jobs.length === 0) return null;
  return (
    <section class="stack" aria-label="Works">
      <h2>Works</h2>
      <ul class="list">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}

function JobRow({ job, onChange }: { readonly job: Job; readonly onChange: () => void }) {
  const { by, endedAt, id, kind, lines, percent, problem, startedAt, state, target, writtenBytes } = job;
  return (
    <li class="job">
      <p class="row">
        <span class={CLASSES[state]}>
          {MARKS[state]} {state}
        </span>
        {state !== 'running' && percent !== null && <span class="percent">{percent} %</span>}
        <strong>{kind}</strong>
        <span class="dim">
          by {by}, {time(startedAt)}
          {endedAt !== null && `, took ${duration((endedAt - startedAt) / 1000)}`}
        </span>
        <span>{bytes(writtenBytes)} written</span>
        {state === 'running' && (
          <button type="button" class="danger" onClick={() => askCancel(kind, id, onChange)}>
            Cancel
          </button>
        )}
      </p>
      {problem !== null && <p class="problem">{problem}</p>}
      {state === 'running' && <HowFar job={job} />}
      <p class="words">
        <code>{target}</code>
      </p>
      {lines.length > 0 && state !== 'failed' && <pre>{lines.join('\n')}</pre>}
      {kind === 'restore' && state === 'done' && (
        <p>
          To use it, stop this shard and run <code>npx gommog start --data {target}</code>
        </p>
      )}
    </li>
  );
}

function HowFar({ job: { doing, kind, percent, secondsLeft } }: { readonly job: Job }) {
  return (
    <div class="how-far">
      <progress aria-label={`How far the ${kind} is`} max="100" value={percent ?? undefined} />
      <span role="status">
        {percent === null ? (
          'begins'
        ) : (
          <>
            <span class="percent">{percent} %</span>, {doing}
          </>
        )}
        {secondsLeft !== null && `, about ${duration(secondsLeft)} left`}
      </span>
    </div>
  );
}

function askCancel(kind: Job['kind'], id: number, onChange: () => void): void {
  ask({
    title: `Cancel the ${kind}?`,
    deed: `Cancel the ${kind}`,
    isDangerous: true,
    content: (
      <p>
        {kind === 'restore'
          ? 'What it has written is taken away.'
          : 'What is copied so far stays; the next run goes on from there.'}
      </p>
    ),
    onYes: () =>
      void attempt(async () => {
        await request('POST', `/jobs/${id}/cancel`);
        onChange();
        return 'It ends.';
      }),
  });
}
