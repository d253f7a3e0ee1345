import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, runChild, startChild } from './child.ts';
import type { RunningService, Service, StartOptions } from './service.ts';

/**
 * Kafka brokers out of the jars that Maven Central has, in KRaft mode: each node is broker and controller. Small, and for tests
 * only: nobody is asked for a password, and only 127.0.0.1 is served.
 */
let jars: string | null = null;

async function install(cache: string): Promise<void> {
  const folder = join(cache, 'kafka-4.1.1');
  if (!existsSync(folder)) {
    const pom = fileURLToPath(new URL('kafka-pom.xml', import.meta.url));
    const unfinished = `${folder}.${process.pid}`;
    await mkdir(dirname(folder), { recursive: true });
    await runChild('mvn', [
      '-q',
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${unfinished}`,
    ]);
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  if ((await readdir(folder)).length === 0) throw new Error(`${folder} is empty: delete it, and try again`);
  await checkJava();
  jars = folder;
}

async function checkJava(): Promise<void> {
  const printed = await runChild('java', ['-version']);
  const version = Number(/version "(\d+)/.exec(printed)?.[1] ?? 0);
  if (version < 17) throw new Error(`Kafka needs Java 17 or newer, this is:\n${printed}`);
}

interface Voter {
  readonly id: number;
  /** Where the controllers speak with each other. */
  readonly controllerPort: number;
}

function properties(dir: string, port: number, id: number, voters: readonly Voter[]): string {
  const self = voters.find((voter) => voter.id === id)!;
  const replicas = Math.min(3, voters.length);
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': voters
      .map((voter) => `${voter.id}@127.0.0.1:${voter.controllerPort}`)
      .join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${self.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(dir, 'data'),
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': Math.max(1, replicas - 1),
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'num.network.threads': 2,
    'num.io.threads': 2,
    // A killed node is missed after so long, so that a test need not wait.
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'replica.lag.time.max.ms': 5000,
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

const CLUSTER = 'Z29tbW9nLXRlc3RzLS0tLQ';

function java(main: string, args: readonly string[]): string[] {
  if (jars === null) throw new Error('Kafka is not installed yet');
  return ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', join(jars, '*'), main, ...args];
}

async function startNode(
  { dir, port }: StartOptions,
  id: number,
  voters: readonly Voter[],
): Promise<RunningService> {
  const file = join(dir, 'server.properties');
  if (!existsSync(file)) {
    await mkdir(dir, { recursive: true });
    await writeFile(`${file}.new`, properties(dir, port, id, voters));
    await runChild('java', java('kafka.tools.StorageTool', ['format', '-t', CLUSTER, '-c', `${file}.new`]));
    await rename(`${file}.new`, file);
  }
  return startChild({
    command: 'java',
    args: java('kafka.Kafka', [file]),
    log: join(dir, 'server.log'),
    url: `127.0.0.1:${port}`,
    isReady: (printed) => printed.includes('Kafka Server started'),
  });
}

export const kafka: Service = {
  name: 'kafka',
  install,
  start: async (options) => startNode(options, 1, [{ id: 1, controllerPort: await freePort() }]),
};

/** A node of a cluster that can be started again after its end, with the data it had. */
export interface KafkaNode {
  readonly url: string;
  running: RunningService;
  restart(): Promise<void>;
}

/** Several brokers on this machine that replicate to each other. Kafka must be installed. */
export async function startKafkaCluster(dir: string, count: number): Promise<KafkaNode[]> {
  const voters: Voter[] = [];
  for (let id = 1; id <= count; id++) voters.push({ id, controllerPort: await freePort() });
  const ports: number[] = [];
  for (let i = 0; i < count; i++) ports.push(await freePort());
  const start = (id: number) => startNode({ dir: join(dir, String(id)), port: ports[id - 1]! }, id, voters);
  return Promise.all(
    voters.map(async ({ id }) => {
      const node: KafkaNode = {
        url: `127.0.0.1:${ports[id - 1]}`,
        running: await start(id),
        restart: async () => {
          node.running = await start(id);
        },
      };
      return node;
    }),
  );
}
