import { useEffect, useRef, useState } from 'preact/hooks';
import { TILES_PER_PIXEL } from '../land/map-pictures.ts';
import type { Stage } from './app.tsx';
import { drawPeople, whereInWords } from './map-marks.ts';
import { options, setOption } from './options.ts';

/** Pixels for each tile, from afar to near. */
const SCALES = [0.125, 0.25, 0.5, 1, 2, 4] as const;
const FIRST_SCALE = 2;
const WIDTH = 640;
const HEIGHT = 400;
const REDRAW_MS = 500;
/** Part of the window that a key or a button moves by. */
const PAN = 0.2;

/** The whole facet from above, north at the top: with its places, oneself and the people in view. */
export function MapWindow(stage: Stage) {
  const { client, files } = stage;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [zoom, setZoom] = useState(FIRST_SCALE);
  /** Tile in the middle; null follows the person. */
  const [middle, setMiddle] = useState<{ x: number; y: number } | null>(null);
  const grip = useRef<{ x: number; y: number } | null>(null);
  const scale = SCALES[zoom]!;
  const centre = (): { x: number; y: number } => middle ?? client.world.me ?? { x: 0, y: 0 };
  const pan = (dx: number, dy: number): void => {
    const { height, width } = client.world;
    const { x, y } = centre();
    setMiddle({ x: clamp(x + dx / scale, width), y: clamp(y + dy / scale, height) });
  };
  const zoomBy = (by: number): void => setZoom(Math.min(SCALES.length - 1, Math.max(0, zoom + by)));
  useEffect(() => {
    const draw = (): void => {
      const context = canvas.current?.getContext('2d');
      if (context !== null && context !== undefined) paint(context, stage, centre(), scale);
    };
    draw();
    const timer = setInterval(draw, REDRAW_MS);
    const ignore = files.maps.listen(draw);
    return () => {
      clearInterval(timer);
      ignore();
    };
  }, [scale, middle]);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => pan(-WIDTH * PAN, 0),
    ArrowRight: () => pan(WIDTH * PAN, 0),
    ArrowUp: () => pan(0, -HEIGHT * PAN),
    ArrowDown: () => pan(0, HEIGHT * PAN),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    Home: () => setMiddle(null),
  };
  const here = whereInWords(client.world, files.places);
  return (
    <div class="map">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        tabIndex={0}
        aria-label={`Map of the world. You are at ${here}. Arrows move it, plus and minus zoom, Home shows where you are.`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (grip.current === null) return;
          // The canvas may be shown smaller than it is.
          const shown = WIDTH / event.currentTarget.clientWidth;
          pan((grip.current.x - event.clientX) * shown, (grip.current.y - event.clientY) * shown);
          grip.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={() => {
          grip.current = null;
        }}
        onWheel={(event) => {
          event.preventDefault();
          zoomBy(event.deltaY > 0 ? -1 : 1);
        }}
        onKeyDown={(event) => {
          const run = keys[event.key];
          if (run === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          run();
        }}
      />
      <p class="row">
        <button
          type="button"
          aria-label="Nearer"
          disabled={zoom === SCALES.length - 1}
          onClick={() => zoomBy(1)}
        >
          +
        </button>
        <button type="button" aria-label="Farther" disabled={zoom === 0} onClick={() => zoomBy(-1)}>
          −
        </button>
        <button type="button" disabled={middle === null} onClick={() => setMiddle(null)}>
          Where am I?
        </button>
        <label>
          Show
          <select
            value=""
            onChange={({ currentTarget }) => {
              const place = files.places[Number(currentTarget.value)];
              if (place !== undefined) setMiddle({ x: place.x, y: place.y });
            }}
          >
            <option value="">a place…</option>
            {files.places.map(({ facet, name }, i) =>
              facet === client.world.facet ? (
                <option key={name} value={i}>
                  {name}
                </option>
              ) : null,
            )}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={options.value.minimap}
            onChange={({ currentTarget }) => setOption('minimap', currentTarget.checked)}
          />
          Small map
        </label>
      </p>
      <p>You are at {here}.</p>
    </div>
  );
}

function clamp(at: number, size: number): number {
  return Math.min(size, Math.max(0, at));
}

function paint(
  context: CanvasRenderingContext2D,
  { client, files }: Pick<Stage, 'client' | 'files'>,
  { x, y }: { readonly x: number; readonly y: number },
  scale: number,
): void {
  const { facet } = client.world;
  context.resetTransform();
  context.fillStyle = '#0b0a08';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.setTransform(scale, 0, 0, scale, WIDTH / 2 - x * scale, HEIGHT / 2 - y * scale);
  context.imageSmoothingEnabled = scale < 1;
  const [across, down] = [WIDTH / 2 / scale, HEIGHT / 2 / scale];
  const area = { left: x - across, top: y - down, right: x + across, bottom: y + down };
  // The picture with the fewest tiles for a pixel that is not finer than the page.
  const near = TILES_PER_PIXEL.findIndex((tiles) => tiles <= 1 / scale);
  files.maps.draw(context, client.world, near < 0 ? TILES_PER_PIXEL.length - 1 : near, area);
  for (const place of files.places) if (place.facet === facet) writeName(context, place, scale);
  drawPeople(context, { client, files }, scale);
}

function writeName(
  context: CanvasRenderingContext2D,
  { name, town, x, y }: Stage['files']['places'][number],
  scale: number,
): void {
  context.save();
  context.translate(x, y);
  context.scale(1 / scale, 1 / scale);
  context.font = `${town === 1 ? '600 15px' : 'italic 13px'} "Alegreya Sans", "Segoe UI", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.lineWidth = 3;
  context.strokeStyle = '#000c';
  context.fillStyle = '#fff4d6';
  context.strokeText(name, 0, -8);
  context.fillText(name, 0, -8);
  context.beginPath();
  if (town === 1) context.rect(-3, -3, 6, 6);
  else context.arc(0, 0, 3, 0, Math.PI * 2);
  context.fill();
  context.restore();
}
