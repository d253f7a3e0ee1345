import { TileFlag } from '@gommog/uo/movement';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Stage } from './app.tsx';

/** Tiles that the nearest map shows on each side of the person. */
const REACHES = [48, 96, 192] as const;
const SIDE = 288;
const REDRAW_MS = 500;

/** Colours by what a tile's name says it is: nothing else is known of its looks here. */
const colours: readonly (readonly [word: RegExp, colour: string])[] = [
  [/water/i, '#2f5a7a'],
  [/sand|beach/i, '#c9b27c'],
  [/snow|ice/i, '#d9e2e6'],
  [/cave|rock|mountain|stone/i, '#6d675e'],
  [/dirt|furrow|farm|mud/i, '#7b5b3a'],
  [/cobble|brick|marble|floor|tile|pav|sandstone|flag/i, '#8d8474'],
  [/swamp/i, '#4d5a35'],
  [/forest|jungle|leaves/i, '#3e5f30'],
  [/grass/i, '#55793d'],
];
const UNKNOWN = '#4a4a44';
const BUILT = '#b09a6d';

/** The land around, from above, with people on it. It is drawn from what has been fetched, so it grows as one walks. */
export function MapWindow({ client, files }: Stage) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [reach, setReach] = useState(0);
  useEffect(() => {
    const draw = (): void => {
      const context = canvas.current?.getContext('2d');
      const { me } = client.world;
      if (context === null || context === undefined || me === undefined) return;
      paint(context, { client, files }, REACHES[reach]!);
    };
    draw();
    const timer = setInterval(draw, REDRAW_MS);
    return () => clearInterval(timer);
  }, [reach]);
  return (
    <div class="map">
      <canvas ref={canvas} width={SIDE} height={SIDE} role="img" aria-label="Map of what is around you" />
      <p>
        <button type="button" disabled={reach === 0} onClick={() => setReach(reach - 1)}>
          Nearer
        </button>
        <button type="button" disabled={reach === REACHES.length - 1} onClick={() => setReach(reach + 1)}>
          Farther
        </button>
      </p>
    </div>
  );
}

function paint(
  context: CanvasRenderingContext2D,
  { client, files }: Pick<Stage, 'client' | 'files'>,
  reach: number,
): void {
  const { land } = client.ground;
  const me = client.world.me!;
  const size = SIDE / (reach * 2);
  for (let dy = -reach; dy < reach; dy++) {
    for (let dx = -reach; dx < reach; dx++) {
      const x = me.x + dx;
      const y = me.y + dy;
      const isInside = x >= 0 && y >= 0 && x < land.width && y < land.height;
      context.fillStyle = isInside ? colourOf({ client, files }, x, y) : '#000';
      context.fillRect(
        Math.floor((dx + reach) * size),
        Math.floor((dy + reach) * size),
        Math.ceil(size),
        Math.ceil(size),
      );
    }
  }
  for (const { serial, x, y } of client.world.mobiles.values()) {
    context.fillStyle = serial === client.world.self ? '#fff' : '#ffd24a';
    context.fillRect((x - me.x + reach) * size - 2, (y - me.y + reach) * size - 2, 5, 5);
  }
}

function colourOf({ client, files }: Pick<Stage, 'client' | 'files'>, x: number, y: number): string {
  const { land } = client.ground;
  for (const { graphic } of land.statics(x, y)) {
    if ((files.tileData.itemFlags(graphic) & (TileFlag.wall | TileFlag.roof | TileFlag.surface)) !== 0)
      return BUILT;
  }
  const name = files.tileData.landName(land.land(x, y));
  return colours.find(([word]) => word.test(name))?.[1] ?? UNKNOWN;
}
