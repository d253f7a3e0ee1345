import type { FacetMap } from './facet-map.ts';
import type { Point } from './viewpoint.ts';

/** How much nearer one press of a button or key brings it. */
export const PRESS = 1.5;
/** How far one press moves it. */
export const PAN_PIXELS = 80;
/** How much nearer a pixel of a wheel brings it, as a power of 2: a notch, of 100 pixels mostly, is a fourth of the way to twice. */
const WHEEL = 1 / 400;
/** Two fingers on a touchpad come as a wheel with the control key, and with far fewer pixels. */
const PINCH_WHEEL = 1 / 70;
const LINE_PIXELS = 25;
/** A press that moves less is no drag. */
const STILL_PIXELS = 5;

const KEYS: Readonly<Record<string, (map: FacetMap) => void>> = {
  ArrowLeft: (map) => map.pan(PAN_PIXELS, 0),
  ArrowRight: (map) => map.pan(-PAN_PIXELS, 0),
  ArrowUp: (map) => map.pan(0, PAN_PIXELS),
  ArrowDown: (map) => map.pan(0, -PAN_PIXELS),
  '+': (map) => map.glide(PRESS),
  '=': (map) => map.glide(PRESS),
  '-': (map) => map.glide(1 / PRESS),
  0: (map) => map.showAll(),
};

/** Lets mouse, fingers, wheel and keys move a map. `onPress`: it was only pressed. What it returns ends that. */
export function steerMap(canvas: HTMLCanvasElement, map: FacetMap, onPress: (at: Point) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const pointers = new Map<number, Point>();
  let moved = 0;
  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      canvas.setPointerCapture(event.pointerId);
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, at(event));
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = gripOf(pointers);
      pointers.set(event.pointerId, at(event));
      const now = gripOf(pointers);
      const [dx, dy] = [now.x - before.x, now.y - before.y];
      moved += Math.abs(dx) + Math.abs(dy) + Math.abs(now.spread - before.spread);
      map.pan(dx, dy);
      if (before.spread > 0 && now.spread > 0) map.zoom(now.spread / before.spread, now);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerup',
    (event) => {
      pointers.delete(event.pointerId);
      if (pointers.size === 0 && moved < STILL_PIXELS) onPress(at(event));
    },
    { signal },
  );
  canvas.addEventListener('pointercancel', ({ pointerId }) => pointers.delete(pointerId), { signal });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const factor = 2 ** (-pixelsOf(event, canvas.clientHeight) * (event.ctrlKey ? PINCH_WHEEL : WHEEL));
      map.glide(factor, at(event));
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    'keydown',
    (event) => {
      const act = KEYS[event.key];
      if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act(map);
    },
    { signal },
  );
  return () => ending.abort();
}

/** Where the fingers hold the land: the middle between them, and how far they are apart; 0 for one. */
function gripOf(pointers: ReadonlyMap<number, Point>): Point & { readonly spread: number } {
  const [a, b] = [...pointers.values()];
  if (a === undefined) return { x: 0, y: 0, spread: 0 };
  if (b === undefined) return { ...a, spread: 0 };
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y) };
}

function pixelsOf({ deltaMode, deltaY }: WheelEvent, page: number): number {
  if (deltaMode === WheelEvent.DOM_DELTA_LINE) return deltaY * LINE_PIXELS;
  return deltaMode === WheelEvent.DOM_DELTA_PAGE ? deltaY * page : deltaY;
}
