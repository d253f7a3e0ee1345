import { isItem } from '../model/world-model.ts';
import type { Stage } from './app.tsx';

/** What the pointer is on, in words. */
export function Tooltip({ client, pointer }: Stage) {
  const serial = pointer.over.value;
  // Read so that it is drawn anew when an answer has come.
  client.windows.propertiesVersion.value;
  if (serial === 0 || client.world.held !== null) return null;
  const lines = client.windows.propertiesOf(serial) ?? guess(client.world.mobiles.get(serial)?.name, serial);
  if (lines.length === 0) return null;
  const { x, y } = pointer.at.value;
  return (
    <div class="tooltip" role="tooltip" style={{ left: `${x + 18}px`, top: `${y + 14}px` }}>
      {lines.map((line, i) => (
        <p key={`${i}${line}`}>{line}</p>
      ))}
    </div>
  );
}

function guess(name: string | undefined, serial: number): readonly string[] {
  return name === undefined || isItem(serial) ? [] : [name];
}
