import { FileLog, type KafkaSettings, NodeDisk, openKafkaLog, readLogFiles } from '@gommog/store';
import { Topic } from './topic.ts';
import { type Read, TopicReader } from './topic-reader.ts';

/** Where a topic is kept, as plain data. */
export type TopicPlace =
  /** A folder: for one machine. */
  { readonly kind: 'file'; readonly dir: string } | { readonly kind: 'kafka'; readonly kafka: KafkaSettings };

/**
 * A place as people write it: `kafka://HOST:PORT[,HOST:PORT]/TOPIC[/PARTITION]`, or a folder.
 * @throws TypeError when it is neither.
 */
export function parsePlace(text: string): TopicPlace {
  if (!text.startsWith('kafka:')) return { kind: 'file', dir: text };
  const match = /^kafka:\/\/([^/]+)\/([A-Za-z0-9._-]+)(?:\/(\d+))?$/.exec(text);
  if (match === null) throw new TypeError(`'${text}' is no kafka://HOST:PORT/TOPIC`);
  const [, brokers = '', topic = '', partition = '0'] = match;
  return { kind: 'kafka', kafka: { brokers: brokers.split(','), topic, partition: Number(partition) } };
}

/** Only so much of a file is looked at again when somebody asks for news. */
const SEGMENT_BYTES = 4 * 1024 * 1024;

/**
 * The topic at a place, to publish in it; made when missing. Whoever published there before is stopped (in Kafka; a folder must
 * have one writer).
 */
export async function openTopic(place: TopicPlace): Promise<Topic> {
  if (place.kind === 'kafka') return Topic.open(await openKafkaLog(place.kafka));
  return Topic.open(await FileLog.open({ disk: new NodeDisk(place.dir), segmentBytes: SEGMENT_BYTES }));
}

/** The topic at a place, to read from it while others may publish. */
export async function openTopicReader(place: TopicPlace): Promise<TopicReader> {
  if (place.kind === 'file') return new TopicReader((from) => readLogFiles(place.dir, from));
  const log = await openKafkaLog(place.kafka, { readOnly: true });
  const read: Read = async function* (from) {
    await log.refresh();
    yield* log.read(from);
  };
  return new TopicReader(read, () => log.close());
}
