import type { Canvas } from '../canvas.ts';
import { textWidth, writeText } from '../fonts/fonts.ts';
import { RAMPS, shade } from '../palette.ts';
import { CHART, drawChart, dreamtIsland } from './chart.ts';
import { drawFrame, FRAMES } from './frames.ts';

/** A frame whose middle is left open. */
function openFrame(width: number, height: number, border: number): Canvas {
  const frame = drawFrame(width, height, { ...FRAMES.get(0x141e)!, border });
  return frame.map((index, x, y) =>
    x >= border && y >= border && x < width - border && y < height - border ? 0 : index,
  );
}

/** Height that clients give the field for a new character's name. Source: classic client rule. */
const NAME_FIELD = 16;

function nameField(): Canvas {
  return drawFrame(233, NAME_FIELD, { ...FRAMES.get(0x0bb8)!, border: 3 });
}

function nameHeading(): Canvas {
  const canvas = drawFrame(160, 22, FRAMES.get(0x0a3c)!);
  writeText(canvas, Math.round((canvas.width - textWidth('NAME')) / 2), 8, 'NAME', shade(RAMPS.gold, 4));
  return canvas;
}

/** Gump of the chart of facet 0, upon which a new character chooses a town; the other facets follow. */
export const FACET_CHART = 0x15d9;

/** What is seen where a character is made and a city chosen, by gump. */
export const PLACES: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0708, () => drawFrame(240, 290, FRAMES.get(0x0e10)!)],
  [0x0709, nameHeading],
  [0x070a, () => nameField().crop(0, 0, 8, NAME_FIELD)],
  [0x070b, () => nameField().crop(40, 0, 32, NAME_FIELD)],
  [0x070c, () => nameField().crop(225, 0, 8, NAME_FIELD)],
  [0x0906, () => drawFrame(200, 260, FRAMES.get(0x1400)!)],
  [0x0475, () => drawFrame(400, 30, FRAMES.get(0x0bb8)!)],
  [0x1598, () => drawChart(dreamtIsland(3))],
  ...[0, 1, 2, 3, 4, 5].map((facet): [number, () => Canvas] => [
    FACET_CHART + facet,
    () => drawChart(dreamtIsland(facet + 3)),
  ]),
  [0x15df, () => openFrame(CHART + 10, CHART + 10, 5)],
]);
