import { useRef } from 'preact/hooks';
import { signed } from '../scene/body.ts';
import type { Stage } from './app.tsx';
import { Sprite } from './sprite.tsx';

interface Props {
  readonly stage: Stage;
  readonly serial: number;
  readonly graphic: number;
  readonly hue: number;
  readonly amount: number;
  readonly scale?: number;
}

const PARTIAL_HUE = 0x00040000;
/** A pointer that moves farther than this drags, in pixels. */
const DRAG_PX = 6;

/** A thing in a window: click to look, twice to use, drag to take; Enter uses it, Space looks, G takes it. */
export function ItemButton({ amount, graphic, hue, scale = 1, serial, stage }: Props) {
  const { art, client, files, pointer } = stage;
  const { tileData } = files;
  const greyOnly = (tileData.itemFlags(graphic) & PARTIAL_HUE) !== 0;
  const name = client.windows.propertiesOf(serial)?.[0] ?? tileData.itemName(graphic).replaceAll('%', '');
  // Where it was pressed. Kept over renders: a tooltip that comes in between must not take the click away.
  const from = useRef<{ x: number; y: number } | null>(null);
  return (
    <button
      type="button"
      class="item"
      aria-label={amount > 1 ? `${amount} ${name}` : name}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => {
        pointer.over.value = serial;
        const { current } = from;
        if (current === null || Math.hypot(event.clientX - current.x, event.clientY - current.y) < DRAG_PX)
          return;
        from.current = null;
        // A finger is bound to where it went down, but what it drags is let go of elsewhere.
        event.currentTarget.releasePointerCapture(event.pointerId);
        pointer.lift(serial);
      }}
      onPointerUp={(event) => {
        if (from.current === null || client.world.held !== null) return;
        from.current = null;
        event.stopPropagation();
        pointer.click(serial);
      }}
      onPointerLeave={() => {
        pointer.over.value = 0;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') pointer.use(serial);
        else if (event.key === ' ') pointer.click(serial);
        else if (event.code === 'KeyG') pointer.lift(serial);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Sprite
        art={art}
        hues={files.hues}
        picture={art.static(graphic)}
        hue={signed(hue, greyOnly)}
        scale={scale}
      />
      {amount > 1 && <b>{amount}</b>}
    </button>
  );
}
