import { useEffect, useRef } from 'preact/hooks';
import { shownAt } from '../model/mobile-model.ts';
import { HALF, screenX, screenY } from '../scene/projection.ts';
import type { Stage } from './app.tsx';
import { colourOfWords } from './hue-colour.ts';
import { notorietyHue, notorietySign } from './notoriety.ts';
import { options } from './options.ts';
import { type Label, spreadLabels } from './spread-labels.ts';

/** Pixels of the scene from the feet to above the head, and for things. */
const OVER_HEAD = 74;
const OVER_THING = 26;

/** Words or a name over somebody's head. */
interface Wanted {
  readonly serial: number;
  readonly text: string;
  readonly colour: string | null;
}

/** Their elements, with their sizes: a page that is measured in each frame is laid out in each frame. */
interface Shown {
  readonly element: HTMLElement;
  readonly width: number;
  readonly height: number;
}

/** Words and names over heads. They are elements of the page, so that they are sharp and as large as one likes. */
export function Labels(stage: Stage) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let request = 0;
    const shown = new Map<string, Shown>();
    const draw = (): void => {
      const nowMs = stage.now();
      const wanted = wantedAt(stage, nowMs);
      for (const [key, { element }] of shown) {
        if (wanted.has(key)) continue;
        element.remove();
        shown.delete(key);
      }
      const placed: (Label & { readonly element: HTMLElement })[] = [];
      for (const [key, label] of wanted) {
        const { element, height, width } = shown.get(key) ?? make(layer.current!, label);
        shown.set(key, { element, height, width });
        const at = placeOf(stage, label.serial, nowMs);
        element.hidden = at === null;
        if (at !== null) placed.push({ element, width, height, x: at.x, y: at.y });
      }
      spreadLabels(placed);
      for (const { element, x, y } of placed)
        element.style.transform = `translate(-50%, -100%) translate(${x}px, ${y}px)`;
      request = requestAnimationFrame(draw);
    };
    // Another size of text: all are measured anew.
    const ignore = options.subscribe(() => {
      for (const { element } of shown.values()) element.remove();
      shown.clear();
    });
    draw();
    return () => {
      cancelAnimationFrame(request);
      ignore();
    };
  }, []);
  return <div ref={layer} class="labels" aria-hidden="true" />;
}

/** What is to be read over heads, what was said last at the bottom and the name below it. */
function wantedAt({ client, files }: Stage, nowMs: number): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const colour = (hue: number): string | null => colourOfWords(files.hues, hue);
  if (options.value.showNames) {
    for (const { name, notoriety, serial } of client.world.mobiles.values()) {
      if (name === '') continue;
      const text = `${notorietySign(notoriety)} ${name}`.trim();
      wanted.set(`name/${serial}/${text}`, { serial, text, colour: colour(notorietyHue(notoriety)) });
    }
  }
  for (const { hue, serial, text, untilMs } of [...client.bubbles.at(nowMs)].reverse())
    wanted.set(`${serial}/${untilMs}`, { serial, text, colour: colour(hue) });
  return wanted;
}

function make(layer: HTMLElement, { colour, text }: Wanted): Shown {
  const element = document.createElement('p');
  // Text and never markup: other players wrote it.
  element.textContent = text;
  if (colour !== null) element.style.color = colour;
  layer.append(element);
  return { element, width: element.offsetWidth, height: element.offsetHeight };
}

/** Where a label's lower edge stands on the page; null for what is not there. */
function placeOf({ client, view }: Stage, serial: number, nowMs: number): { x: number; y: number } | null {
  const mobile = client.world.mobiles.get(serial);
  const { camera } = view;
  if (mobile !== undefined) {
    const { x, y, z } = shownAt(mobile, nowMs);
    return camera.toPage(screenX(x, y), screenY(x, y, z) + HALF - OVER_HEAD);
  }
  const item = client.world.ground.get(serial);
  if (item === undefined) return null;
  return camera.toPage(screenX(item.x, item.y), screenY(item.x, item.y, item.z) + HALF - OVER_THING);
}
