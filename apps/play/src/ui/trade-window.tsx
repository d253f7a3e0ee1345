import { encodeTradeMarkRequest } from '@gommog/uo/web';
import type { TradeWindow as Trade } from '../model/windows.ts';
import type { Stage } from './app.tsx';
import { ContainerWindow } from './container-window.tsx';

/** What two people offer each other, and who has accepted. It is done when both have. */
export function TradeWindow({ stage, window }: { stage: Stage; window: Trade }) {
  const { client } = stage;
  const { accepted, otherAccepted, trade } = window;
  return (
    <div class="trade">
      <section aria-label="You offer">
        <h3>You offer</h3>
        <ContainerWindow stage={stage} serial={trade.own} />
        <label class="mark">
          <input
            type="checkbox"
            checked={accepted}
            onChange={({ currentTarget }) => {
              client.send(encodeTradeMarkRequest, {
                own: trade.own,
                accepted: currentTarget.checked ? 1 : 0,
              });
              // The shard says whether it is set.
              currentTarget.checked = accepted;
            }}
          />
          I accept
        </label>
      </section>
      <section aria-label={`${trade.name} offers`}>
        <h3>{trade.name} offers</h3>
        <ContainerWindow stage={stage} serial={trade.other} isClosed />
        <p class={`mark ${otherAccepted ? 'set' : ''}`} role="status">
          {otherAccepted ? `✓ ${trade.name} accepts` : `${trade.name} has not accepted yet`}
        </p>
      </section>
      <button type="button" onClick={() => client.windows.dismiss(window)}>
        Call it off
      </button>
    </div>
  );
}
