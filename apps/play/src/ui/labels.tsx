import { useEffect, useRef } from 'preact/hooks';
import { shownAt } from '../model/mobile-model.ts';
import { HALF, screenX, screenY } from '../scene/projection.ts';
import type { Stage } from './app.tsx';
import { colourOfWords } from './hue-colour.ts';
import { options } from './options.ts';

/** Pixels of the scene from the feet to above the head, and for things. */
const OVER_HEAD = 74;
const OVER_THING = 26;

/** Words and names over heads. They are elements of the page, so that they are sharp and as large as one likes. */
export function Labels({ client, files, now, view }: Stage) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let request = 0;
    const elements = new Map<string, HTMLElement>();
    const draw = (): void => {
      const nowMs = now();
      const wanted = new Map<string, { serial: number; text: string; colour: string | null; line: number }>();
      const lines = new Map<number, number>();
      for (const { hue, serial, text, untilMs } of [...client.bubbles.at(nowMs)].reverse()) {
        const line = lines.get(serial) ?? 0;
        lines.set(serial, line + 1);
        wanted.set(`${serial}/${untilMs}`, { serial, text, colour: colourOfWords(files.hues, hue), line });
      }
      if (options.value.showNames) {
        for (const { name, serial } of client.world.mobiles.values())
          if (name !== '')
            wanted.set(`name/${serial}`, { serial, text: name, colour: null, line: lines.get(serial) ?? 0 });
      }
      place(wanted, nowMs);
      request = requestAnimationFrame(draw);
    };
    const place = (
      wanted: ReadonlyMap<string, { serial: number; text: string; colour: string | null; line: number }>,
      nowMs: number,
    ): void => {
      for (const [key, element] of elements) {
        if (wanted.has(key)) continue;
        element.remove();
        elements.delete(key);
      }
      for (const [key, { colour, line, serial, text }] of wanted) {
        const at = placeOf(serial, nowMs);
        let element = elements.get(key);
        if (element === undefined) {
          element = document.createElement('p');
          // Text and never markup: other players wrote it.
          element.textContent = text;
          if (colour !== null) element.style.color = colour;
          layer.current?.append(element);
          elements.set(key, element);
        }
        element.hidden = at === null;
        if (at !== null)
          element.style.transform = `translate(-50%, -100%) translate(${at.x}px, ${at.y}px) translateY(${-line * 1.25}em)`;
      }
    };
    const placeOf = (serial: number, nowMs: number): { x: number; y: number } | null => {
      const { camera } = view;
      const mobile = client.world.mobiles.get(serial);
      if (mobile !== undefined) {
        const { x, y, z } = shownAt(mobile, nowMs);
        return camera.toPage(screenX(x, y), screenY(x, y, z) + HALF - OVER_HEAD);
      }
      const item = client.world.ground.get(serial);
      if (item === undefined) return null;
      return camera.toPage(screenX(item.x, item.y), screenY(item.x, item.y, item.z) + HALF - OVER_THING);
    };
    draw();
    return () => cancelAnimationFrame(request);
  }, []);
  return <div ref={layer} class="labels" aria-hidden="true" />;
}
