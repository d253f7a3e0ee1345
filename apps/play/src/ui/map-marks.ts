import type { MobileModel } from '../model/mobile-model.ts';
import type { WorldModel } from '../model/world-model.ts';
import type { Stage } from './app.tsx';
import { colourOfWords } from './hue-colour.ts';
import { notorietyHue } from './notoriety.ts';

/** Half of a mark's size, in pixels of the page. */
const HALF = 4;
const HARMFUL = 4;

/**
 * Draws people onto a map whose unit is a tile: an arrow for oneself, a disc for others, and a diamond for those who are
 * dangerous, so that no colour has to be told apart. `scale`: pixels for each tile.
 */
export function drawPeople(
  context: CanvasRenderingContext2D,
  { client, files }: Pick<Stage, 'client' | 'files'>,
  scale: number,
): void {
  const { me, mobiles, self } = client.world;
  for (const mobile of mobiles.values()) {
    if (mobile.serial === self) continue;
    context.save();
    context.translate(mobile.x + 0.5, mobile.y + 0.5);
    context.scale(1 / scale, 1 / scale);
    context.beginPath();
    if (mobile.notoriety >= HARMFUL && mobile.notoriety < 7) {
      context.rotate(Math.PI / 4);
      context.rect(-HALF, -HALF, HALF * 2, HALF * 2);
    } else context.arc(0, 0, HALF, 0, Math.PI * 2);
    finish(context, colourOfWords(files.hues, notorietyHue(mobile.notoriety)) ?? '#ffd24a');
    context.restore();
  }
  if (me !== undefined) drawArrow(context, me, scale);
}

/** Where one is, and which way one faces. */
function drawArrow(context: CanvasRenderingContext2D, me: MobileModel, scale: number): void {
  context.save();
  context.translate(me.x + 0.5, me.y + 0.5);
  context.rotate((me.direction * Math.PI) / 4);
  context.scale(1 / scale, 1 / scale);
  context.beginPath();
  context.moveTo(0, -HALF * 2);
  context.lineTo(HALF * 1.4, HALF * 1.4);
  context.lineTo(0, HALF * 0.6);
  context.lineTo(-HALF * 1.4, HALF * 1.4);
  context.closePath();
  finish(context, '#fff');
  context.restore();
}

function finish(context: CanvasRenderingContext2D, fill: string): void {
  context.fillStyle = fill;
  context.strokeStyle = '#000';
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

/** Where one is, in words: for those who do not see the map. */
export function whereInWords({ facet, me }: WorldModel, places: Stage['files']['places']): string {
  if (me === undefined) return '';
  let nearest: { readonly name: string; readonly away: number } | null = null;
  for (const { facet: on, name, x, y } of places) {
    const away = Math.hypot(x - me.x, y - me.y);
    if (on === facet && (nearest === null || away < nearest.away)) nearest = { name, away };
  }
  const near = nearest === null ? '' : `, ${Math.round(nearest.away)} tiles from ${nearest.name}`;
  return `${me.x}, ${me.y}${near}`;
}
