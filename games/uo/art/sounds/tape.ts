import { chance } from '../noise.ts';

/** Samples in a second, as clients play them. */
export const RATE = 22_050;

export interface Envelope {
  /** Seconds from the beginning of the tape. */
  readonly at?: number;
  /** Seconds that it lasts. */
  readonly for: number;
  /** Part of it in which it swells, 0 to 1. */
  readonly attack?: number;
  /** How quickly it fades: 1 evenly, more sooner, 0 not at all. */
  readonly fade?: number;
  /** Loudness, 0 to 1. */
  readonly loud?: number;
}

export interface Tone extends Envelope {
  /** Hertz at the beginning and at the end. */
  readonly from: number;
  readonly to?: number;
  readonly wave?: 'sine' | 'triangle' | 'saw' | 'square';
  /** Wavering: how many times a second, and how much of the pitch. */
  readonly waver?: number;
  readonly depth?: number;
  /** A second voice that roughens this one: its pitch as a multiple, and how much of it. */
  readonly rough?: number;
  readonly rasp?: number;
}

export interface Hiss extends Envelope {
  /** Hertz under which it is heard, at the beginning and at the end; over how much it is not. */
  readonly from: number;
  readonly to?: number;
  readonly over?: number;
  readonly seed: number;
}

/** A sound in the making: tones and hisses are laid over each other, and taken off as samples. */
export class Tape {
  readonly #samples: Float64Array;

  /** `seconds` long. */
  constructor(seconds: number) {
    this.#samples = new Float64Array(Math.ceil(seconds * RATE));
  }

  #each(envelope: Envelope, sample: (t: number, part: number) => number): this {
    const { at = 0, attack = 0.02, fade = 1.5, loud = 0.5 } = envelope;
    const start = Math.floor(at * RATE);
    const count = Math.min(Math.floor(envelope.for * RATE), this.#samples.length - start);
    for (let i = 0; i < count; i++) {
      const part = i / count;
      const swell = part < attack ? part / attack : (1 - (part - attack) / (1 - attack)) ** fade;
      this.#samples[start + i]! += loud * swell * sample(i / RATE, part);
    }
    return this;
  }

  tone(tone: Tone): this {
    const { depth = 0, from, rasp = 0, rough = 1.5, to = from, wave = 'sine', waver = 0 } = tone;
    let phase = 0;
    let second = 0;
    return this.#each(tone, (t, part) => {
      const pitch = from * (to / from) ** part * (1 + depth * Math.sin(2 * Math.PI * waver * t));
      phase = (phase + pitch / RATE) % 1;
      second = (second + (pitch * rough) / RATE) % 1;
      const one = shapeOf(wave, phase);
      return rasp === 0 ? one : one * (1 - rasp + rasp * shapeOf('saw', second));
    });
  }

  hiss(hiss: Hiss): this {
    const { from, over = 0, seed, to = from } = hiss;
    let low = 0;
    let lower = 0;
    let i = 0;
    return this.#each(hiss, (_t, part) => {
      const raw = chance(i++, 13, seed) * 2 - 1;
      const cut = 1 - Math.exp((-2 * Math.PI * from * (to / from) ** part) / RATE);
      low += (raw - low) * cut;
      lower += (low - lower) * (1 - Math.exp((-2 * Math.PI * over) / RATE));
      return (over > 0 ? low - lower : low) * 2.4;
    });
  }

  /** Metal or glass that is struck: parts that are no whole multiples of each other, the higher ones fading sooner. */
  bell(pitch: number, envelope: Envelope): this {
    for (const [i, part] of [1, 2.76, 5.4, 8.93].entries()) {
      this.tone({ ...envelope, from: pitch * part, for: envelope.for / (1 + i * 0.8), loud: (envelope.loud ?? 0.5) / (1 + i), fade: 2.5, attack: 0.005 });
    }
    return this;
  }

  /** The samples, no louder than can be, with silence at its ends. */
  samples(): Int16Array {
    let peak = 1;
    for (const each of this.#samples) peak = Math.max(peak, Math.abs(each));
    const last = this.#samples.length;
    return Int16Array.from(this.#samples, (each, i) => {
      const edge = Math.min(1, i / 40, (last - 1 - i) / 200);
      return Math.round((each / peak) * edge * 26_000);
    });
  }
}

function shapeOf(wave: NonNullable<Tone['wave']>, phase: number): number {
  switch (wave) {
    case 'sine':
      return Math.sin(2 * Math.PI * phase);
    case 'triangle':
      return 1 - 4 * Math.abs(phase - 0.5);
    case 'saw':
      return 2 * phase - 1;
    case 'square':
      return phase < 0.5 ? 0.7 : -0.7;
  }
}
