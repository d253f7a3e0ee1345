import type { Alerts as Answer } from '../api/answers.ts';
import { may, request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { bytes, figure, time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';

/** What needs a person. */
export function Alerts() {
  const { data, error, reload } = useLoad<Answer>('/alerts', 3_000);
  if (data === null) return <p class="problem">{error}</p>;
  const { diskFreeBytes, saveLagMs, stepMs } = data.thresholds;
  return (
    <>
      {data.alerts.length === 0 && <p class="state good">✓ There was none since the start.</p>}
      <ul class="list">
        {data.alerts.map(({ acknowledgedBy, id, kind, since, text, until }) => (
          <li key={id} class="row">
            <span class={until === null ? 'tag bad' : 'tag'}>{until === null ? '⚠ open' : '✓ over'}</span>
            <strong>{kind}</strong>
            <span>{text}</span>
            <span class="dim">
              {time(since)}
              {until !== null && ` to ${time(until)}`}
            </span>
            {acknowledgedBy !== null && <span class="dim">seen by {acknowledgedBy}</span>}
            {acknowledgedBy === null && may('gamemaster') && (
              <button
                type="button"
                onClick={() =>
                  void attempt(async () => {
                    await request('POST', `/alerts/${id}/acknowledge`);
                    reload();
                    return 'Noted that you have seen it.';
                  })
                }
              >
                I have seen it
              </button>
            )}
          </li>
        ))}
      </ul>
      <h2>When there is one</h2>
      <ul class="plain">
        <li>less than {bytes(diskFreeBytes)} are free on the disk</li>
        <li>saving is more than {figure(saveLagMs, 'ms')} late</li>
        <li>one in a hundred steps takes more than {figure(stepMs, 'ms')}</li>
        <li>the commit log cannot be written, or the image does not follow it</li>
      </ul>
      <p class="dim">
        The numbers are the settings <code>ops.alerts</code>. An alert that lasts for three seconds is told to
        the webhooks.
      </p>
    </>
  );
}
