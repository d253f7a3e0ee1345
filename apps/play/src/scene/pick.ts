import type { ArtBook } from './art-book.ts';
import type { Camera } from './camera.ts';
import type { Pickable } from './painter.ts';

/** What is drawn at a point of the page: the nearest thing whose picture has a pixel there; null for nothing. */
export function pick(
  art: ArtBook,
  pickables: readonly Pickable[],
  camera: Camera,
  pageX: number,
  pageY: number,
): Pickable | null {
  const at = camera.toScene(pageX, pageY);
  for (let i = pickables.length - 1; i >= 0; i--) {
    const { left, mirrored, picture, top } = pickables[i]!;
    const x = Math.floor(at.x - left);
    const y = Math.floor(at.y - top);
    if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) continue;
    if (art.isSolid(picture, mirrored ? picture.width - 1 - x : x, y)) return pickables[i]!;
  }
  return null;
}
