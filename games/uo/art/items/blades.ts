import type { Canvas } from '../canvas.ts';
import { RAMPS, type Ramp } from '../palette.ts';
import { Slanted } from './axis.ts';

const { dirt, gold, ink, iron, oak, red, violet, wood } = RAMPS;

interface BladeShape {
  /** Pixels of blade and grip. */
  readonly long: number;
  readonly wide: number;
  readonly grip?: number;
  readonly guard?: number;
  /** How far the tip is bent to the lit side. */
  readonly curve?: number;
  /** How much wider the blade is near its tip. */
  readonly belly?: number;
  readonly hilt?: Ramp;
  readonly wavy?: boolean;
  readonly blunt?: boolean;
}

/** A blade with its grip, guard and pommel. */
export function bladed({
  belly = 0,
  blunt = false,
  curve = 0,
  grip = 10,
  guard = 5,
  hilt = gold,
  long,
  wavy = false,
  wide,
}: BladeShape): Canvas {
  const span = (long + grip) * 0.72;
  const drawing = new Slanted({ size: 72, x: 36 - span / 2, y: 36 + span / 2 + 2, angle: 46 });
  const bend = (t: number): number => -curve * t * t + (wavy ? Math.sin(t * 11) * 1.6 : 0);
  const edge = (t: number, side: number): readonly [number, number] => {
    const half = (wide / 2) * (1 + belly * Math.sin(Math.PI * Math.min(1, t * 1.1)) * t * 2);
    return [grip + t * long, bend(t) + side * half];
  };
  const steps = Array.from({ length: 15 }, (_, i) => (i / 14) * (blunt ? 1 : 0.86));
  const tip: readonly (readonly [number, number])[] = blunt ? [] : [[grip + long, bend(1)]];
  drawing.blade(
    [...steps.map((t) => edge(t, -1)), ...tip, ...steps.toReversed().map((t) => edge(t, 1))],
    iron,
    (along) => bend((along - grip) / long),
  );
  drawing.rod([0, 0], [grip, 0], 3, dirt, 3);
  if (guard > 0) drawing.rod([grip, -guard], [grip, guard], 2.6, hilt);
  drawing.knob([-1, 0], 2.3, hilt);
  return drawing.lying();
}

/** By a word of the name; the first that fits. */
export const BLADES: readonly (readonly [word: string, shape: BladeShape])[] = [
  ['dagger', { long: 18, wide: 4, grip: 7, guard: 4 }],
  ['kryss', { long: 24, wide: 4, grip: 7, guard: 4, wavy: true }],
  ['skinning knife', { long: 16, wide: 4, grip: 8, guard: 0, curve: 2, hilt: wood }],
  ['butcher knife', { long: 17, wide: 6, grip: 8, guard: 0, hilt: wood, belly: 0.2 }],
  ['cleaver', { long: 15, wide: 11, grip: 9, guard: 0, hilt: wood, blunt: true }],
  ['broken knife', { long: 8, wide: 4, grip: 8, guard: 0, blunt: true, hilt: wood }],
  ['knife', { long: 14, wide: 3, grip: 8, guard: 0, hilt: iron }],
  ['wakizashi', { long: 24, wide: 4, grip: 9, guard: 3, curve: 3, hilt: ink }],
  ['katana', { long: 34, wide: 4, grip: 11, guard: 3, curve: 5, hilt: ink }],
  ['no-dachi', { long: 40, wide: 4.5, grip: 14, guard: 3, curve: 6, hilt: red }],
  ['bokuto', { long: 32, wide: 3, grip: 10, guard: 0, curve: 3, hilt: wood }],
  ['scimitar', { long: 31, wide: 5, grip: 9, guard: 5, curve: 8, belly: 0.3 }],
  ['cutlass', { long: 28, wide: 6, grip: 8, guard: 5, curve: 5, belly: 0.25 }],
  ['talwar', { long: 32, wide: 6, grip: 9, guard: 4, curve: 8, belly: 0.4, hilt: violet }],
  ['viking', { long: 34, wide: 7, grip: 9, guard: 6, hilt: oak }],
  ['broadsword', { long: 32, wide: 7, grip: 9, guard: 7 }],
  ['longsword', { long: 37, wide: 5, grip: 10, guard: 6 }],
  ['long sword', { long: 37, wide: 5, grip: 10, guard: 6, hilt: iron }],
  ['sai', { long: 22, wide: 2.4, grip: 8, guard: 6, hilt: iron }],
  ['sword', { long: 34, wide: 5, grip: 9, guard: 6 }],
];
