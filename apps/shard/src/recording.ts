import { createWriteStream, readFileSync, type WriteStream } from 'node:fs';
import type { Game, Recorder } from '@gommog/core';
import type { Shard } from './shard.ts';

/** A state hash is taken down with every so many steps, so that a replay tells where it first differs. */
const HASH_EVERY = 1_000;

/** First line of a recording: the state that the run began from; as many lines of state follow as it says. */
export interface Beginning {
  readonly format: 'gommog-recording-1';
  /** Whose world it is; recordings made when there was one game do not say. */
  readonly game?: string;
  readonly tick: number;
  readonly nowMs: number;
  readonly hash: string;
  readonly rng: readonly [number, number, number, number];
  readonly states: number;
}

/** One component of one entity, its bytes in Base64. */
export type State = readonly [serial: number, component: number, version: number, data: string];

/** After the states: one step, or the hash of the state before the next one. */
export type Line =
  | readonly [tick: number, nowMs: number, intents: readonly unknown[]]
  | { readonly tick: number; readonly hash: string };

/**
 * Takes a run down as JSON lines: where it began, and every step with its time and its intents. When the file cannot be
 * written any more, the recording ends and the shard goes on. It holds password hashes: keep it as safe as the data folder.
 */
export class Recording implements Recorder<unknown> {
  readonly #stream: WriteStream;
  readonly #game: Game;
  #steps = 0;

  constructor(file: string, { game, name }: Shard, onError: (error: Error) => void) {
    this.#game = game;
    this.#stream = createWriteStream(file, { mode: 0o600 });
    this.#stream.on('error', (error) => {
      game.recorder = null;
      onError(error);
    });
    const { world } = game;
    const states = [...world.states()];
    const { nowMs, rng } = world;
    const beginning: Beginning = {
      format: 'gommog-recording-1',
      game: name,
      tick: game.tick,
      nowMs,
      hash: world.stateHash(),
      rng: rng.state,
      states: states.length,
    };
    this.#write(beginning);
    for (const { serial, component, version, data } of states) {
      this.#write([serial, component, version, Buffer.from(data).toString('base64')]);
    }
    game.recorder = this;
  }

  step(tick: number, nowMs: number, intents: readonly unknown[]): void {
    if (this.#steps++ % HASH_EVERY === 0) this.#write({ tick: tick - 1, hash: this.#game.world.stateHash() });
    this.#write([tick, nowMs, intents]);
  }

  /** Adds the final hash. */
  async close(): Promise<void> {
    if (this.#game.recorder !== this) return;
    this.#game.recorder = null;
    this.#write({ tick: this.#game.tick, hash: this.#game.world.stateHash() });
    await new Promise<void>((resolve) => this.#stream.end(resolve));
  }

  #write(line: Beginning | State | Line): void {
    this.#stream.write(`${JSON.stringify(line)}\n`);
  }
}

export interface RecordedRun {
  readonly beginning: Beginning;
  readonly states: readonly State[];
  readonly lines: readonly Line[];
}

/** Reads a recording; a last line that was cut by a crash is left out. Throws SyntaxError when another line is no JSON. */
export function readRecording(file: string): RecordedRun {
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [first = '{}', ...rest] = whole.split('\n').filter((line) => line !== '');
  const beginning = JSON.parse(first) as Beginning;
  if (beginning.format !== 'gommog-recording-1') throw new SyntaxError('this is no recording');
  return {
    beginning,
    states: rest.slice(0, beginning.states).map((line) => JSON.parse(line) as State),
    lines: rest.slice(beginning.states).map((line) => JSON.parse(line) as Line),
  };
}
