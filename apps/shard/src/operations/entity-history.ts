import { runChild } from './gommog-child.ts';

const MOST_CHANGES = 500;
const MOST_AT_ONCE = 2;
const LIMIT_MS = 60_000;

/** What became of an entity in one tick, as `gommog history --json` tells it. */
export type EntityChange = Readonly<Record<string, unknown>>;

/** Reads what the log knows of an entity, in a process of its own: a log is long. */
export class EntityHistories {
  readonly #data: string;
  #running = 0;

  constructor(data: string) {
    this.#data = data;
  }

  /** The newest changes, oldest first. `busy`: others ask at the moment. */
  async of(serial: number): Promise<readonly EntityChange[] | 'busy'> {
    if (this.#running >= MOST_AT_ONCE) return 'busy';
    this.#running++;
    const changes: EntityChange[] = [];
    const args = ['history', `0x${serial.toString(16)}`, '--data', this.#data, '--json'];
    const { ended, process } = runChild(args, (line) => {
      if (!line.startsWith('{')) return;
      changes.push(JSON.parse(line) as EntityChange);
      if (changes.length > MOST_CHANGES) changes.shift();
    });
    const timer = setTimeout(() => process.kill(), LIMIT_MS);
    await ended;
    clearTimeout(timer);
    this.#running--;
    return changes;
  }
}
