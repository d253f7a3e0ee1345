import { useEffect, useRef } from 'preact/hooks';
import type { Stage } from './app.tsx';
import { drawPeople, whereInWords } from './map-marks.ts';
import { options, setOption } from './options.ts';

/** Pixels for each tile, from afar to near. */
const SCALES = [1, 2, 4] as const;
const SIDE = 168;
const REDRAW_MS = 200;
const NEAREST = 3;

/** The land around in a corner, turned as the world is drawn: north is up and to the right. */
export function Minimap(stage: Stage) {
  return options.value.minimap ? <OpenMinimap {...stage} /> : null;
}

function OpenMinimap({ client, files }: Stage) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { minimapZoom } = options.value;
  const scale = SCALES[minimapZoom] ?? SCALES[1];
  useEffect(() => {
    const draw = (): void => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      const { me } = client.world;
      if (!element || !context || me === undefined) return;
      element.setAttribute('aria-label', `Map: ${whereInWords(client.world, files.places)}`);
      context.resetTransform();
      context.fillStyle = '#0b0a08';
      context.fillRect(0, 0, SIDE, SIDE);
      context.translate(SIDE / 2, SIDE / 2);
      context.rotate(Math.PI / 4);
      context.scale(scale, scale);
      context.translate(-me.x - 0.5, -me.y - 0.5);
      context.imageSmoothingEnabled = false;
      // The diagonal of the window, since it is turned.
      const reach = (SIDE * 0.75) / scale;
      const area = { left: me.x - reach, top: me.y - reach, right: me.x + reach, bottom: me.y + reach };
      files.maps.draw(context, client.world, NEAREST, area);
      drawPeople(context, { client, files }, scale);
    };
    draw();
    const timer = setInterval(draw, REDRAW_MS);
    const ignore = files.maps.listen(draw);
    return () => {
      clearInterval(timer);
      ignore();
    };
  }, [scale]);
  const zoom = (by: number): void =>
    setOption('minimapZoom', Math.min(SCALES.length - 1, Math.max(0, minimapZoom + by)));
  return (
    <section class="minimap" aria-label="Small map">
      <canvas ref={canvas} width={SIDE} height={SIDE} role="img" aria-label="Map" />
      <div>
        <button type="button" aria-label="Nearer" onClick={() => zoom(1)}>
          +
        </button>
        <button type="button" aria-label="Farther" onClick={() => zoom(-1)}>
          −
        </button>
        <button type="button" aria-label="Map of the world" onClick={() => client.windows.toggle('map')}>
          Map
        </button>
        <button type="button" aria-label="Close the small map" onClick={() => setOption('minimap', false)}>
          ×
        </button>
      </div>
    </section>
  );
}
