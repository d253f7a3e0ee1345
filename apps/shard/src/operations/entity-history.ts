import type { EntityChange, EntityHistory } from '@gommog/staff-api';
import { runChild } from './gommog-child.ts';

const MOST_CHANGES = 500;
const MOST_AT_ONCE = 2;
const LIMIT_MS = 60_000;

/** What became of an entity, as `gommog history --json` tells it. */
export type EntityChanges = Pick<EntityHistory, 'changes' | 'isAll'>;

/** Reads what the log knows of an entity, in a process of its own: a log is long. */
export class EntityHistories {
  readonly #data: string;
  #running = 0;

  constructor(data: string) {
    this.#data = data;
  }

  /** The newest changes, the last first, of those that are wanted. `busy`: others ask at the moment. */
  async of(serial: number, isWanted: (change: EntityChange) => boolean): Promise<EntityChanges | 'busy'> {
    if (this.#running >= MOST_AT_ONCE) return 'busy';
    this.#running++;
    const changes: EntityChange[] = [];
    let isAll = true;
    const args = ['history', `0x${serial.toString(16)}`, '--data', this.#data, '--json'];
    const { ended, process } = runChild(args, (line) => {
      if (!line.startsWith('{')) return;
      const change = JSON.parse(line) as EntityChange;
      if (!isWanted(change)) return;
      changes.push(change);
      if (changes.length <= MOST_CHANGES) return;
      changes.shift();
      isAll = false;
    });
    const timer = setTimeout(() => process.kill(), LIMIT_MS);
    await ended;
    clearTimeout(timer);
    this.#running--;
    return { changes: changes.reverse(), isAll };
  }
}
