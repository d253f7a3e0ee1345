import type { Client } from '../client.ts';

/** Tiles from which on nothing is heard. */
const REACH = 20;
/** Sounds that play at a time. */
const AT_ONCE = 12;

/** Plays what is heard: nearer is louder, and it comes from its side. Silent until the first key or click, as browsers ask. */
export class Sounds {
  readonly #base: string;
  readonly #client: Client;
  readonly #buffers = new Map<number, Promise<AudioBuffer | null>>();
  #context: AudioContext | null = null;
  #playing = 0;
  /** 0 silent to 1. */
  volume = 0.6;

  /** `art`: address of the list of pictures; the sounds lie beside it. */
  constructor(art: string, client: Client) {
    this.#base = new URL('.', new URL(art, location.href)).href;
    this.#client = client;
    client.onSound = (sound, x, y) => void this.#play(sound, x, y);
    const begin = (): void => {
      this.#context ??= new AudioContext();
      void this.#context.resume();
    };
    for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, begin, { once: true });
  }

  async #play(sound: number, x: number, y: number): Promise<void> {
    const context = this.#context;
    const { me } = this.#client.world;
    if (context === null || me === undefined || this.volume === 0 || this.#playing >= AT_ONCE) return;
    const far = Math.max(Math.abs(x - me.x), Math.abs(y - me.y)) / REACH;
    if (far >= 1) return;
    const buffer = await this.#buffer(context, sound);
    if (buffer === null) return;
    const source = context.createBufferSource();
    source.buffer = buffer;
    const gain = context.createGain();
    gain.gain.value = this.volume * (1 - far) ** 2;
    const pan = context.createStereoPanner();
    pan.pan.value = Math.max(-1, Math.min(1, (x - me.x - (y - me.y)) / REACH));
    source.connect(gain).connect(pan).connect(context.destination);
    this.#playing++;
    source.onended = () => this.#playing--;
    source.start();
  }

  #buffer(context: AudioContext, sound: number): Promise<AudioBuffer | null> {
    let buffer = this.#buffers.get(sound);
    if (buffer === undefined) {
      buffer = fetch(`${this.#base}sound-${sound}.wav`)
        .then(async (response) =>
          response.ok ? await context.decodeAudioData(await response.arrayBuffer()) : null,
        )
        .catch(() => null);
      this.#buffers.set(sound, buffer);
    }
    return buffer;
  }
}
