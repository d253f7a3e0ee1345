import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Stage } from './app.tsx';
import { Sprite } from './sprite.tsx';

/** What is in the hand, under the pointer; and that something has to be pointed at. */
export function Cursor({ art, client, files, pointer }: Stage) {
  const { world, windows } = client;
  const [, setBeat] = useState(0);
  useSignalEffect(() => {
    // Moves with the pointer.
    pointer.at.value;
    setBeat((count) => count + 1);
  });
  // Read so that it goes when the hand is empty, though the pointer rests.
  client.changes.value;
  const { x, y } = pointer.at.value;
  const { held } = world;
  const isAsked = windows.target.value !== null;
  document.body.classList.toggle('pointing', isAsked);
  return (
    <>
      {held !== null && (
        <div class="held" style={{ left: `${x}px`, top: `${y}px` }}>
          <Sprite art={art} hues={files.hues} picture={art.static(held.graphic)} hue={held.hue} />
          {held.amount > 1 && <b>{held.amount}</b>}
        </div>
      )}
      {isAsked && (
        <div class="notice" role="status">
          Point at something. Escape calls it off.
        </div>
      )}
    </>
  );
}
