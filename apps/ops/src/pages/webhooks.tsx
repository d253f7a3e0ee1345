import type { Webhooks as Answer, Delivery } from '@gommog/staff-api';
import { request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';
import { Scroll } from '../ui/scroll.tsx';

const meanings: Readonly<Record<string, string>> = {
  alert: 'an alert is raised, or over',
  'crash-recovered': 'the shard starts after one that did not end as it should',
  'staff-login': 'staff log in here, or enter the world',
};

/** Who else is told what happens. */
export function Webhooks() {
  const { data, error, reload } = useLoad<Answer>('/webhooks', 2_000);
  if (data === null) return <p class="problem">{error}</p>;
  const { addresses, deliveries, events, isSigned } = data;
  return (
    <>
      <p>
        Each address gets a message, as JSON by POST, when{' '}
        {words(events.map((each) => meanings[each] ?? each))}.
      </p>
      {isSigned ? (
        <p class="state good">
          ✓ The messages are signed. Whoever gets them can check the header <code>x-gommog-signature</code>:
          it is <code>sha256=</code> and the HMAC-SHA256 of the body with the secret{' '}
          <code>ops.webhooks.secret</code>.
        </p>
      ) : (
        <p class="state bad">
          ⚠ The messages are not signed: set <code>GOMMOG_OPS_WEBHOOKS_SECRET</code>, so that nobody else can
          pretend to be this shard.
        </p>
      )}
      <h2>Addresses</h2>
      {addresses.length === 0 && (
        <p class="dim">
          There is none. Name some in the settings, under <code>ops.webhooks.urls</code>, and start the shard
          again.
        </p>
      )}
      <ul class="list">
        {addresses.map(({ number, to, waiting }) => (
          <li key={number} class="row">
            <strong>{to}</strong>
            {waiting > 0 && <span class="tag">{waiting} waiting</span>}
            <button
              type="button"
              onClick={() =>
                void attempt(async () => {
                  await request('POST', `/webhooks/${number}/test`);
                  reload();
                  return `A test is on its way to ${to}: see below whether it arrives.`;
                })
              }
            >
              Send a test
            </button>
          </li>
        ))}
      </ul>
      <h2>Deliveries</h2>
      {deliveries.length === 0 ? <p class="dim">None yet.</p> : <Deliveries deliveries={deliveries} />}
      <p class="dim">
        What fails is tried again five times, with pauses of 1 second to 4 minutes, also when the shard was
        started again meanwhile, and then given up. A message may arrive twice, with the same{' '}
        <code>x-gommog-delivery</code>. Only the beginning of an address is shown, since the rest is often a
        secret.
      </p>
    </>
  );
}

const MARKS = { waiting: '…', delivered: '✓', 'given-up': '✕' } as const;
const CLASSES = { waiting: 'tag', delivered: 'tag good', 'given-up': 'tag bad' } as const;
const STATES = { waiting: 'waiting', delivered: 'arrived', 'given-up': 'given up' } as const;

function Deliveries({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  return (
    <Scroll label="Deliveries">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Event</th>
            <th scope="col">To</th>
            <th scope="col">State</th>
            <th scope="col">Attempts</th>
            <th scope="col">What came of it</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ at, attempts, event, id, key, nextAt, problem, state, to }) => (
            <tr key={id} title={`x-gommog-delivery: ${key}`}>
              <td class="time">{time(at)}</td>
              <td>{event}</td>
              <td>{to}</td>
              <td>
                <span class={CLASSES[state]}>
                  {MARKS[state]} {STATES[state]}
                </span>
              </td>
              <td>{attempts}</td>
              <td class="words">
                {problem ?? ''}
                {nextAt !== null && `; again at ${time(nextAt).slice(-8)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function words(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', when ')}, or when ${parts.at(-1)}`;
}
