import { encodeHealthRequest } from '@gommog/uo/web';
import { useEffect } from 'preact/hooks';
import { isItem } from '../model/world-model.ts';
import type { Stage } from './app.tsx';
import { notorietyWord } from './notoriety.ts';

/** What the pointer is on, in words. */
export function Tooltip({ client, pointer }: Stage) {
  const serial = pointer.over.value;
  // Read so that it is drawn anew when an answer has come.
  client.windows.propertiesVersion.value;
  client.changes.value;
  useEffect(() => {
    if (serial !== 0 && !isItem(serial)) client.send(encodeHealthRequest, { serial });
  }, [serial]);
  if (serial === 0 || client.world.held !== null || client.windows.menu.value !== null) return null;
  const mobile = client.world.mobiles.get(serial);
  const named = client.windows.propertiesOf(serial) ?? (mobile === undefined ? [] : [mobile.name]);
  if (named.length === 0) return null;
  const lines = [...named];
  if (mobile !== undefined) lines.push(notorietyWord(mobile.notoriety));
  if (mobile !== undefined && mobile.health !== null) lines.push(`Health: ${mobile.health} %`);
  const { x, y } = pointer.at.value;
  return (
    <div
      class="tooltip"
      role="tooltip"
      // Beside the pointer, and within the page.
      style={
        x > innerWidth / 2
          ? { right: `${innerWidth - x + 10}px`, top: `${y + 14}px` }
          : { left: `${x + 18}px`, top: `${y + 14}px` }
      }
    >
      {lines.map((line, i) => (
        <p key={`${i}${line}`}>{line}</p>
      ))}
    </div>
  );
}
