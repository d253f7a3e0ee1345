import type { Alert, Alerts as Answer, Threshold } from '@gommog/staff-api';
import { may, request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { ask } from '../ui/ask.tsx';
import { duration, time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';
import { Scroll } from '../ui/scroll.tsx';

interface Kind {
  readonly title: string;
  /** What one can do. */
  readonly advice: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  'disk-low': {
    title: 'The disk is almost full',
    advice: 'Make room on the disk of the data folder: a full disk ends saving.',
  },
  'save-late': {
    title: 'Saving is late',
    advice: 'The disk is slow, or something else uses it. A crash of the machine would cost that much time.',
  },
  overload: {
    title: 'The world reacts slowly',
    advice: 'Look at the charts of speed, and on the map for crowds.',
  },
  'log-failed': {
    title: 'Nothing can be saved',
    advice: 'See the page Logs for the reason. The world stands still until it can be saved again.',
  },
  'image-failed': {
    title: 'The image does not follow',
    advice: 'Nothing is lost, but the next start takes longer. See the page Logs for the reason.',
  },
  'topic-failed': {
    title: 'What happens is not told',
    advice: 'The apps that keep books and chronicles do not hear of it. See the page Logs for the reason.',
  },
};

/** What needs a person. */
export function Alerts() {
  const { data, error, reload } = useLoad<Answer>('/alerts', 3_000);
  if (data === null) return <p class="problem">{error}</p>;
  return (
    <>
      {data.alerts.every(({ until }) => until !== null) && (
        <p class="state good">✓ Nothing needs you at the moment.</p>
      )}
      <ul class="list">
        {data.alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} onChange={reload} />
        ))}
      </ul>
      <h2>When there is an alert</h2>
      <Thresholds thresholds={data.thresholds} onChange={reload} />
      <p class="dim">
        Also when nothing can be saved, or when the image does not follow. What lasts for three seconds is an
        alert, and it is over after ten seconds without.
        {may('administrator') && (
          <>
            {' '}
            Others are told by <a href={linkTo('webhooks')}>webhooks</a>.
          </>
        )}
      </p>
    </>
  );
}

function AlertRow({ alert, onChange }: { readonly alert: Alert; readonly onChange: () => void }) {
  const { acknowledgedBy, id, kind, since, text, told, until } = alert;
  const { advice, title } = kinds[kind] ?? { title: kind, advice: '' };
  return (
    <li class="row alert">
      <span class={until === null ? 'tag bad' : 'tag'}>{until === null ? '⚠ now' : '✓ over'}</span>
      <strong>{title}</strong>
      <span>{text}</span>
      <span class="dim">
        {time(since)}
        {until !== null && `, for ${duration((until - since) / 1000)}`}
      </span>
      <span class="dim">{told.length === 0 ? 'nobody else was told' : `told ${told.join(', ')}`}</span>
      {acknowledgedBy !== null && <span class="dim">seen by {acknowledgedBy}</span>}
      {acknowledgedBy === null && may('gamemaster') && (
        <button
          type="button"
          onClick={() =>
            void attempt(async () => {
              await request('POST', `/alerts/${id}/acknowledge`);
              onChange();
              return 'Noted that you have seen it.';
            })
          }
        >
          I have seen it
        </button>
      )}
      {until === null && <p class="advice">{advice}</p>}
    </li>
  );
}

interface ThresholdsProps {
  readonly thresholds: readonly Threshold[];
  readonly onChange: () => void;
}

function Thresholds({ onChange, thresholds }: ThresholdsProps) {
  return (
    <Scroll label="Thresholds">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Setting</th>
            <th scope="col">Set by</th>
            {may('administrator') && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {thresholds.map((threshold) => {
            const { changedBy, configured, name, setting, title, unit, value } = threshold;
            return (
              <tr key={name}>
                <th scope="row">{title.replace('…', `${value} ${unit}`)}</th>
                <td>
                  <code>{setting}</code>
                </td>
                <td>
                  {changedBy === null
                    ? 'the settings'
                    : `${changedBy}; the settings say ${configured} ${unit}`}
                </td>
                {may('administrator') && (
                  <td>
                    <span class="buttons">
                      <button
                        type="button"
                        aria-label={`Change ${setting}`}
                        onClick={() => askThreshold(threshold, onChange)}
                      >
                        Change
                      </button>
                      {changedBy !== null && (
                        <button
                          type="button"
                          aria-label={`${setting} as in the settings`}
                          onClick={() => void attempt(() => set(name, null, onChange))}
                        >
                          As in the settings
                        </button>
                      )}
                    </span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function askThreshold({ name, title, unit, value }: Threshold, onChange: () => void): void {
  ask({
    title: `An alert when ${title}`,
    deed: 'Set',
    isDangerous: false,
    content: (
      <label>
        Value, in {unit}
        <input name="value" type="number" min="0" step="any" required defaultValue={String(value)} />
      </label>
    ),
    onYes: (fields) => void attempt(() => set(name, Number(fields.get('value')), onChange)),
  });
}

async function set(name: string, value: number | null, onChange: () => void): Promise<string> {
  await request('POST', `/alerts/thresholds/${name}`, { value });
  onChange();
  return 'It counts from now on, also after a restart.';
}
