import type { Stage } from './app.tsx';
import { options } from './options.ts';

/** How the person is, in the corner. */
export function Bars({ client, view }: Stage) {
  const status = client.status.value;
  const latency = client.latencyMs.value;
  return (
    <section class="bars" aria-label="Your state">
      {status !== null && (
        <>
          <Bar name="Health" short="♥" value={status.hits} most={status.hitsMax} kind="hits" />
          <Bar name="Stamina" short="≫" value={status.stamina} most={status.staminaMax} kind="stamina" />
          <Bar name="Mana" short="✦" value={status.mana} most={status.manaMax} kind="mana" />
        </>
      )}
      {options.value.showRate && (
        <p class="rate">
          {view.rate.toFixed(0)} frames/s{latency === null ? '' : `, ${latency} ms`}
        </p>
      )}
    </section>
  );
}

interface BarProps {
  readonly name: string;
  /** A sign that tells it apart without its colour. */
  readonly short: string;
  readonly value: number;
  readonly most: number;
  readonly kind: string;
}

function Bar({ kind, most, name, short, value }: BarProps) {
  return (
    <div class={`bar ${kind}`}>
      <meter aria-label={name} value={value} min={0} max={most} />
      <span style={{ width: `${most === 0 ? 0 : (value * 100) / most}%` }} />
      <b>
        {short} {value}/{most}
      </b>
    </div>
  );
}
