import { signal } from '@preact/signals';
import type { Bindings } from '../input/key-bindings.ts';
import type { Resolution } from '../scene/resolution.ts';

export interface Options {
  /** Size of all text, 1 as designed. */
  readonly textSize: number;
  /** 0 silent to 1. */
  readonly volume: number;
  readonly alwaysRun: boolean;
  /** Names float over everybody, not only over who was asked. */
  readonly showNames: boolean;
  /** Colours of windows and words: plain, or with more contrast. */
  readonly highContrast: boolean;
  readonly showRate: boolean;
  /** A small map in the corner, and how near it is: 0 to 2. */
  readonly minimap: boolean;
  readonly minimapZoom: number;
  /** Keys that were chosen instead of the usual ones. */
  readonly keys: Bindings;
  readonly resolution: Resolution;
}

const KEY = 'gommog-options';
const DEFAULTS: Options = {
  textSize: 1,
  volume: 0.6,
  alwaysRun: false,
  showNames: false,
  highContrast: false,
  showRate: false,
  minimap: true,
  minimapZoom: 1,
  keys: {},
  resolution: 'auto',
};

function stored(): Options {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Options>) };
  } catch {
    return DEFAULTS;
  }
}

export const options = signal<Options>(stored());

export function setOption<K extends keyof Options>(name: K, value: Options[K]): void {
  options.value = { ...options.value, [name]: value };
  try {
    localStorage.setItem(KEY, JSON.stringify(options.value));
  } catch {
    // Without storage they last as long as the page.
  }
}

/** Puts them into the page's styles. */
export function applyOptions({ highContrast, textSize }: Options): void {
  const { classList, style } = document.documentElement;
  style.setProperty('--text', String(textSize));
  classList.toggle('contrast', highContrast);
}
