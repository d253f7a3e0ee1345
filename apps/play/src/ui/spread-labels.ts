/** A label that wants to stand with the middle of its lower edge at a point of the page; sizes in pixels. */
export interface Label {
  readonly x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/** Labels of more people than this are not spread: nobody could read them anyway. */
const MOST = 200;

/**
 * Moves labels up until none lies on another, so that the names of people on one tile can all be read. The lowest stay where
 * they are.
 */
export function spreadLabels(labels: readonly Label[]): void {
  const placed: Label[] = [];
  for (const label of [...labels].sort((a, b) => b.y - a.y).slice(0, MOST)) {
    for (let moved = true; moved; ) {
      moved = false;
      for (const other of placed) {
        if (!overlap(label, other)) continue;
        label.y = other.y - other.height;
        moved = true;
      }
    }
    placed.push(label);
  }
}

function overlap(a: Label, b: Label): boolean {
  const across = Math.abs(a.x - b.x) * 2 < a.width + b.width;
  return across && a.y > b.y - b.height && b.y > a.y - a.height;
}
