/** A process that saves as fast as it may and prints what became durable, until somebody or something kills it. */
import { writeSync } from 'node:fs';
import { encodeCommit } from '@gommog/core';
import { openStore, type StoreOptions } from '../open-store.ts';
import { tortureRecord } from './torture-world.ts';

const IN_FLIGHT = 40;

const options = JSON.parse(process.argv[2]!) as Omit<StoreOptions, 'load'>;
const { queue } = await openStore({ ...options, load: () => {} });
queue.onDurable = (sequence) => {
  writeSync(1, `${sequence}\n`);
  pushMore();
};
pushMore();

function pushMore(): void {
  // Not always full: a record that travels alone must be as safe as one in a crowd.
  const wanted = queue.durableSequence + 1 + (queue.sequence % IN_FLIGHT);
  while (queue.sequence < wanted) {
    const sequence = queue.sequence + 1;
    queue.push(encodeCommit(tortureRecord(queue.epoch, sequence)), sequence);
  }
}
