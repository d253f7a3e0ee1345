import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Consumer, Producer } from '@platformatic/kafka';
import type { LogPartition, PartitionBounds, PartitionMessage } from './log-partition.ts';
import { StoreError } from './store-error.ts';

/** Where a partition is, as plain data. */
export interface KafkaSettings {
  /** Some brokers of the cluster, as `host:port`. */
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Number of the partition in its topic; default 0. A topic that is missing, or has too few partitions, gets what it lacks. */
  readonly partition?: number;
  /** Copies of each message when the topic has to be made; default: three, or as many as there are brokers. */
  readonly replicas?: number;
  readonly tls?: boolean;
  readonly sasl?: {
    readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
    readonly username: string;
    readonly password: string;
  };
  /** After so many milliseconds without an answer a request has failed; default 10,000. */
  readonly timeoutMs?: number;
}

/** A fetch waits so long when there is nothing. */
const FETCH_WAIT_MS = 500;
const PREPARE_RETRY_MS = 200;

type Kafka = typeof import('@platformatic/kafka');

/** How a partition is opened. */
export interface OpenOptions {
  /** Only to read: a topic that is not there is not made. */
  readonly readOnly?: boolean;
}

/**
 * A partition in a real cluster.
 * @throws GMG_STORE_IO when no broker answers, GMG_STORE_FORMAT when the topic forgets messages by itself, GMG_STORE_SETUP when
 * there is none to read.
 */
export async function openKafkaPartition(
  settings: KafkaSettings,
  { readOnly = false }: OpenOptions = {},
): Promise<LogPartition> {
  // Only who uses Kafka pays for its client.
  const partition = new KafkaPartition(await import('@platformatic/kafka'), settings);
  try {
    await partition.prepare(readOnly);
    return partition;
  } catch (error) {
    await partition.close();
    throw error;
  }
}

async function checkTopic(admin: Admin, { brokers, topic }: KafkaSettings): Promise<void> {
  if ((await admin.listTopics()).includes(topic)) return;
  throw new StoreError('GMG_STORE_SETUP', `there is no topic ${topic} on ${brokers.join(', ')}`);
}

async function prepareTopic(admin: Admin, settings: KafkaSettings, partition: number): Promise<void> {
  const { topic } = settings;
  const { brokers } = await admin.metadata({ topics: [] });
  if (!(await admin.listTopics()).includes(topic)) {
    const replicas = settings.replicas ?? Math.min(3, brokers.size);
    await admin
      .createTopics({ topics: [topic], partitions: partition + 1, replicas, configs: topicConfigs(replicas) })
      .catch((error: unknown) => {
        // Another start may have been faster.
        if (!says(error, 'TOPIC_ALREADY_EXISTS')) throw error;
      });
  }
  const known = await admin.metadata({ topics: [topic], forceUpdate: true });
  if ((known.topics.get(topic)?.partitionsCount ?? 0) <= partition) {
    await admin.createPartitions({ topics: [{ name: topic, count: partition + 1, assignments: null }] });
  }
  await checkKeeps(admin, topic);
}

function topicConfigs(replicas: number): { name: string; value: string }[] {
  const configs = {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'unclean.leader.election.enable': 'false',
    'min.insync.replicas': replicas >= 3 ? '2' : '1',
    // Brokers promise what their replicas have in memory. Where there is no replica, only the disk can be promised.
    ...(replicas === 1 ? { 'flush.messages': '1' } : {}),
  };
  return Object.entries(configs).map(([name, value]) => ({ name, value }));
}

/** A log from which the broker drops messages by age, size or key would lose the world. */
async function checkKeeps(admin: Admin, topic: string): Promise<void> {
  const wanted: Record<string, string> = {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
  };
  const TOPIC = 2;
  const resource = {
    resourceType: TOPIC,
    resourceName: topic,
    configurationKeys: Object.keys(wanted),
  } as const;
  const [described] = await admin.describeConfigs({ resources: [resource] });
  for (const { name, value } of described?.configs ?? []) {
    if (wanted[name] === undefined || value === wanted[name]) continue;
    const what = `${name} of topic ${topic} is '${value}'; a commit log needs '${wanted[name]}'`;
    throw new StoreError('GMG_STORE_FORMAT', what);
  }
}

interface Clients {
  readonly admin: Admin;
  readonly producer: Producer<Buffer, Buffer, Buffer, Buffer>;
  readonly consumer: Consumer<Buffer, Buffer, Buffer, Buffer>;
}

class KafkaPartition implements LogPartition {
  readonly #kafka: Kafka;
  readonly #settings: KafkaSettings;
  readonly #topic: string;
  readonly #partition: number;
  readonly #timeoutMs: number;
  #clients: Clients | null = null;
  #isClosed = false;
  /** Fetches go one after the other: they share a session. */
  #fetching: Promise<unknown> = Promise.resolve();

  constructor(kafka: Kafka, settings: KafkaSettings) {
    this.#kafka = kafka;
    this.#settings = settings;
    this.#topic = settings.topic;
    this.#partition = settings.partition ?? 0;
    this.#timeoutMs = settings.timeoutMs ?? 10_000;
  }

  /** Makes the topic if need be, and waits until somebody leads the partition: brokers hear late of what another one made. */
  async prepare(readOnly: boolean): Promise<void> {
    const deadline = performance.now() + this.#timeoutMs;
    for (;;) {
      try {
        await this.#ask(({ admin }) =>
          readOnly ? checkTopic(admin, this.#settings) : prepareTopic(admin, this.#settings, this.#partition),
        );
        await this.bounds();
        return;
      } catch (error) {
        const isFinal = error instanceof StoreError && error.code !== 'GMG_STORE_IO';
        if (isFinal || performance.now() >= deadline) throw error;
        await sleep(PREPARE_RETRY_MS);
      }
    }
  }

  async bounds(): Promise<PartitionBounds> {
    const EARLIEST = -2n;
    const LATEST = -1n;
    return { start: await this.#offset(EARLIEST), end: await this.#offset(LATEST) };
  }

  #offset(timestamp: bigint): Promise<number> {
    return this.#ask(async ({ consumer }) => {
      const topic = this.#topic;
      const partitions = { [topic]: [this.#partition] };
      const found = await consumer.listOffsets({ topics: [topic], partitions, timestamp });
      const offset = found.get(topic)?.[this.#partition];
      if (offset === undefined) throw new Error('the brokers did not say where the partition ends');
      return Number(offset);
    });
  }

  append(values: readonly Uint8Array[]): Promise<number> {
    return this.#ask(async ({ producer }) => {
      const [topic, partition] = [this.#topic, this.#partition];
      // Messages of one send to one partition are one batch, which a broker appends wholly or not at all.
      const { offsets } = await producer.send({
        messages: values.map((value) => ({ topic, partition, value: asBuffer(value) })),
      });
      const offset = offsets?.find((answer) => answer.partition === partition)?.offset;
      if (offset === undefined || offset < 0n) throw new Error('the brokers did not say where the batch is');
      return Number(offset);
    });
  }

  read(from: number, bytes: number): Promise<PartitionMessage[]> {
    const reading = this.#fetching.then(() =>
      this.#ask(({ consumer }) => this.#fetch(consumer, from, bytes)),
    );
    this.#fetching = reading.catch(() => {});
    return reading;
  }

  async #fetch(consumer: Clients['consumer'], from: number, bytes: number): Promise<PartitionMessage[]> {
    const [topic, partition] = [this.#topic, this.#partition];
    const found = (await consumer.metadata({ topics: [topic] })).topics.get(topic);
    const leader = found?.partitions[partition]?.leader;
    if (found === undefined || leader === undefined || leader < 0)
      throw new Error('nobody leads the partition');
    const wanted = {
      partition,
      fetchOffset: BigInt(from),
      partitionMaxBytes: bytes,
      currentLeaderEpoch: -1,
      lastFetchedEpoch: -1,
    };
    const { responses } = await consumer.fetch({
      node: leader,
      maxBytes: bytes,
      minBytes: 1,
      maxWaitTime: FETCH_WAIT_MS,
      topics: [{ topicId: found.id, partitions: [wanted] }],
    });
    const batches = responses[0]?.partitions[0]?.records ?? [];
    return batches.flatMap(({ firstOffset, firstTimestamp, records }) =>
      records.map(({ offsetDelta, timestampDelta, value }) => ({
        offset: Number(firstOffset) + offsetDelta,
        wallMs: Number(firstTimestamp + timestampDelta),
        value: value!,
      })),
    );
  }

  async release(before: number): Promise<void> {
    const partitions = [{ partition: this.#partition, offset: BigInt(before) }];
    await this.#ask(({ admin }) => admin.deleteRecords({ topics: [{ name: this.#topic, partitions }] }));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const clients = this.#clients;
    this.#clients = null;
    if (clients !== null) await closeAll(clients);
  }

  /**
   * Has clients do something within the time that is given. Clients that failed are given up: one whose broker was killed may never
   * answer again.
   */
  async #ask<T>(request: (clients: Clients) => Promise<T>): Promise<T> {
    // Clients that were made for who asks late would never be closed, and keep their thread from ending.
    if (this.#isClosed) throw new StoreError('GMG_STORE_CLOSED', `the log in ${this.#topic} was closed`);
    this.#clients ??= this.#connect();
    const clients = this.#clients;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${this.#timeoutMs} ms`)), this.#timeoutMs);
    });
    try {
      return await Promise.race([request(clients), late]);
    } catch (error) {
      if (this.#clients === clients) this.#clients = null;
      void closeAll(clients);
      throw fromKafka(error, this.#topic);
    } finally {
      clearTimeout(timer);
    }
  }

  #connect(): Clients {
    const { brokers, tls, sasl } = this.#settings;
    const timeout = this.#timeoutMs;
    const options = {
      clientId: 'gommog',
      bootstrapBrokers: [...brokers],
      connectTimeout: timeout,
      requestTimeout: timeout,
      timeout,
      // Our own retries first look at what has arrived.
      retries: 0,
      ...(tls ? { tls: {} } : {}),
      ...(sasl === undefined ? {} : { sasl: { ...sasl } }),
    };
    const isolationLevel = this.#kafka.FetchIsolationLevels.READ_UNCOMMITTED;
    return {
      admin: new this.#kafka.Admin(options),
      producer: new this.#kafka.Producer({ ...options, idempotent: true }),
      consumer: new this.#kafka.Consumer({ ...options, groupId: 'gommog-log', isolationLevel }),
    };
  }
}

/** Whatever they still wish to say to brokers that may be gone is of no importance. */
async function closeAll({ admin, producer, consumer }: Clients): Promise<void> {
  const closings = [admin.close(), producer.close(), consumer.close(true)];
  await Promise.all(closings.map((closing) => Promise.resolve(closing).catch(() => {})));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Nested {
  readonly message?: string;
  readonly apiId?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** Errors of the client hold what the broker said, or the socket, somewhere within. */
function* within(error: unknown): Generator<Nested> {
  if (typeof error !== 'object' || error === null) return;
  const nested = error as Nested;
  for (const inner of nested.errors ?? []) yield* within(inner);
  yield* within(nested.cause);
  yield nested;
}

function says(error: unknown, apiId: string): boolean {
  return [...within(error)].some((nested) => nested.apiId === apiId);
}

function fromKafka(error: unknown, topic: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = says(error, 'OFFSET_OUT_OF_RANGE') ? 'GMG_STORE_GAP' : 'GMG_STORE_IO';
  const [innermost] = within(error);
  return new StoreError(code, `Kafka, ${topic}: ${innermost?.message ?? String(error)}`, { cause: error });
}
