import { useRef } from 'preact/hooks';
import { signed } from '../scene/body.ts';
import type { Stage } from './app.tsx';
import { options } from './options.ts';
import { Sprite } from './sprite.tsx';

interface Props {
  readonly stage: Stage;
  readonly serial: number;
  readonly graphic: number;
  readonly hue: number;
  readonly amount: number;
  readonly scale?: number;
}

/** From this size of text on things are drawn twice as large. */
const LARGE_TEXT = 1.5;
const PARTIAL_HUE = 0x00040000;
/** A pointer that moves farther than this drags, in pixels. */
const DRAG_PX = 6;
/** A finger that rests so long asks for the menu, in milliseconds. */
const HOLD_MS = 450;

/**
 * A thing in a window: click to look, twice to use, drag to take, the other button or a finger that rests for a menu. Enter uses
 * it, Space looks, G takes it, the menu key opens the menu.
 */
export function ItemButton({ amount, graphic, hue, scale = 1, serial, stage }: Props) {
  const { art, client, files, pointer } = stage;
  const { tileData } = files;
  const greyOnly = (tileData.itemFlags(graphic) & PARTIAL_HUE) !== 0;
  // Read so that it is drawn anew when its name has come.
  client.windows.propertiesVersion.value;
  const name = client.windows.propertiesOf(serial)?.[0] ?? tileData.itemName(graphic).replaceAll('%', '');
  // Where it was pressed. Kept over renders: a tooltip that comes in between must not take the click away.
  const from = useRef<{ x: number; y: number } | null>(null);
  const hold = useRef(0);
  const openMenu = (at: { x: number; y: number } | null): void => {
    from.current = null;
    if (at !== null && client.world.held === null) client.windows.openMenu(serial, at);
  };
  return (
    <button
      type="button"
      class="item"
      // The shard's own words for a heap tell its number already.
      aria-label={amount > 1 && !name.startsWith(`${amount} `) ? `${amount} ${name}` : name}
      onPointerDown={(event) => {
        if (event.button === 2) return;
        from.current = { x: event.clientX, y: event.clientY };
        clearTimeout(hold.current);
        if (event.pointerType !== 'mouse')
          hold.current = window.setTimeout(() => openMenu(from.current), HOLD_MS);
      }}
      onPointerMove={(event) => {
        pointer.over.value = serial;
        const { current } = from;
        if (current === null || Math.hypot(event.clientX - current.x, event.clientY - current.y) < DRAG_PX)
          return;
        from.current = null;
        clearTimeout(hold.current);
        // A finger is bound to where it went down, but what it drags is let go of elsewhere.
        event.currentTarget.releasePointerCapture(event.pointerId);
        pointer.lift(serial);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        const { bottom, left } = event.currentTarget.getBoundingClientRect();
        // The key on the keyboard has no place of its own.
        openMenu(event.button === 2 ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom });
      }}
      onPointerUp={(event) => {
        clearTimeout(hold.current);
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
        // Pictures are enlarged by whole numbers alone: everything else would blur.
        scale={options.value.textSize < LARGE_TEXT ? scale : scale * 2}
      />
      {amount > 1 && <b>{amount}</b>}
    </button>
  );
}
