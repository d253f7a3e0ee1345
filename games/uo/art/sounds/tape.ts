import { hash } from '../noise.ts';

/** Samples in a second, as clients play them. */
export const RATE = 22_050;
/** Samples for which loudness and pitch stay as they are; too few to be heard. */
const STEP = 16;

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

  /** Adds `sample`, called for each sample in turn, as loud as the envelope has it. */
  #each({ at = 0, attack = 0.02, fade = 1.5, for: long, loud = 0.5 }: Envelope, sample: () => number): this {
    const start = Math.floor(at * RATE);
    const count = this.#countOf(at, long);
    let swell = 0;
    for (let i = 0; i < count; i++) {
      if (i % STEP === 0) {
        const part = i / count;
        swell = loud * (part < attack ? part / attack : (1 - (part - attack) / (1 - attack)) ** fade);
      }
      this.#samples[start + i]! += swell * sample();
    }
    return this;
  }

  #countOf(at: number, long: number): number {
    return Math.max(0, Math.min(Math.floor(long * RATE), this.#samples.length - Math.floor(at * RATE)));
  }

  tone(tone: Tone): this {
    const { at = 0, depth = 0, from, rasp = 0, rough = 1.5, to = from, wave = 'sine', waver = 0 } = tone;
    const glide = (to / from) ** (1 / Math.max(1, this.#countOf(at, tone.for)));
    let [i, phase, second, steady, pitch] = [0, 0, 0, from, from];
    return this.#each(tone, () => {
      steady *= glide;
      if (i % STEP === 0) pitch = steady * (1 + depth * Math.sin((2 * Math.PI * waver * i) / RATE));
      i++;
      phase += pitch / RATE;
      phase -= Math.floor(phase);
      second += (pitch * rough) / RATE;
      second -= Math.floor(second);
      const one = shapeOf(wave, phase);
      return rasp === 0 ? one : one * (1 - rasp + rasp * (2 * second - 1));
    });
  }

  hiss(hiss: Hiss): this {
    const { at = 0, from, over = 0, seed, to = from } = hiss;
    const glide = (to / from) ** (1 / Math.max(1, this.#countOf(at, hiss.for)));
    const high = 1 - Math.exp((-2 * Math.PI * over) / RATE);
    let [i, low, lower, edge, cut] = [0, 0, 0, from, 0];
    // Chance in order, as quick as it can be: a whole number that is stirred for each sample.
    let stirred = hash(seed, 13) | 1;
    return this.#each(hiss, () => {
      edge *= glide;
      if (i++ % STEP === 0) cut = 1 - Math.exp((-2 * Math.PI * edge) / RATE);
      stirred ^= stirred << 13;
      stirred ^= stirred >>> 17;
      stirred ^= stirred << 5;
      low += (stirred / 0x8000_0000 - low) * cut;
      lower += (low - lower) * high;
      return (over > 0 ? low - lower : low) * 2.4;
    });
  }

  /** Metal or glass that is struck: parts that are no whole multiples of each other, the higher ones fading sooner. */
  bell(pitch: number, envelope: Envelope): this {
    for (const [i, part] of [1, 2.76, 5.4, 8.93].entries()) {
      this.tone({
        ...envelope,
        from: pitch * part,
        for: envelope.for / (1 + i * 0.8),
        loud: (envelope.loud ?? 0.5) / (1 + i),
        fade: 2.5,
        attack: 0.005,
      });
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
