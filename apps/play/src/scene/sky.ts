/** Level of the shard at which it is darkest. */
const DARKEST = 30;
/** Colour of the darkest night: one still sees where one walks. */
const NIGHT = [0.15, 0.17, 0.28] as const;

/** Light of the sky as red, green and blue, 1 as drawn, at a level of the shard. */
export function skyAt(level: number): readonly [number, number, number] {
  const dark = Math.min(DARKEST, Math.max(0, level)) / DARKEST;
  const [r, g, b] = NIGHT;
  return [1 - dark * (1 - r), 1 - dark * (1 - g), 1 - dark * (1 - b)];
}
