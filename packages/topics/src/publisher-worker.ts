/** The thread in which what happens is told: topic, log and JSON are no business of the simulation's thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { type LogSettings, readLogOf } from '@gommog/store';
import { Publisher } from './publisher.ts';
import { servePublisher } from './publisher-port.ts';
import { openTopic, type TopicPlace } from './topic-place.ts';

/** What the thread is started with. */
export interface PublisherSettings {
  /** Where the topic is. */
  readonly place: TopicPlace;
  /** The commit log, and the data folder that it may be in. */
  readonly log: LogSettings;
  readonly dir: string;
  /** Everything up to this record is durable. */
  readonly durable: number;
}

const { dir, durable, log, place } = workerData as PublisherSettings;
const publisher = new Publisher({
  open: () => openTopic(place),
  source: (from) => readLogOf(log, dir, from),
  durable,
});
servePublisher(parentPort!, publisher);
