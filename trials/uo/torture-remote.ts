import { join } from 'node:path';
import { type CommitRecord, type Rng, StateHash } from '@gommog/core';
import {
  type ImageSettings,
  type LogSettings,
  openStore,
  readLogOf,
  type StoredComponent,
  type StorePlace,
} from '@gommog/store';
import { worldOf } from '@gommog/testkit';
import { components, kinds } from '@gommog/uo';
import { judged, type SavedWorld } from './saved-world.ts';
import { stop } from './torture-faults.ts';
import { TortureServer } from './torture-servers.ts';
import { type Fault, sleep, stopMs, type TortureStore } from './torture-store.ts';

/** A request that is under way and one for what came meanwhile, each with a flush of the broker's disk, on a busy machine. */
const GRACE_MS = 1_000;
/** How long the shard goes on before and after the worst of a fault, in milliseconds. */
const BETWEEN_MS = [100, 2_000] as const;
/** As the settings of the shard have it by default, with the name of the game. */
const [TOPIC, PREFIX] = ['gommog-log.uo', 'gommog-uo'];

export const imageNames = ['redis', 'mongodb', 'lmdb'];

/** A commit log in Kafka and images in servers, which it starts; `images` are their names, and may name lmdb. */
export function remoteStore(
  folder: string,
  images: readonly string[],
  rng: Rng,
  longestStopMs: number,
): TortureStore {
  const servers = ['kafka', ...images]
    .filter((name) => name !== 'lmdb')
    .map((name) => new TortureServer(name, folder));
  const faults = faultsOf(servers, rng, longestStopMs);
  const dir = join(folder, 'data');
  let reads = 0;
  return {
    get place() {
      return placeOf(dir, servers, images);
    },
    get env() {
      return envOf(servers, images);
    },
    options: { imageDelayMs: 200 },
    graceMs: GRACE_MS,
    mayEndLate: true,
    faults,
    turns: [...faults.keys()],
    start: async () => void (await upAgain(servers)),
    read() {
      const place = placeOf(dir, servers, images);
      // Opening one may take many seconds, so each has its turn.
      return readBoth(place, place.images[reads++ % place.images.length]!);
    },
    async stop() {
      await Promise.all(servers.map((server) => server.kill9()));
    },
  };
}

function addressOf(servers: readonly TortureServer[], name: string): string {
  return servers.find((server) => server.name === name)!.address;
}

function placeOf(dir: string, servers: readonly TortureServer[], images: readonly string[]) {
  const log: LogSettings = { kind: 'kafka', brokers: [addressOf(servers, 'kafka')], topic: TOPIC };
  const settings = images.map((name): ImageSettings => {
    if (name === 'redis') return { kind: name, url: `redis://${addressOf(servers, name)}`, prefix: PREFIX };
    if (name === 'mongodb')
      return { kind: name, url: `mongodb://${addressOf(servers, name)}`, database: PREFIX };
    return { kind: 'lmdb' };
  });
  return { dir, log, images: settings };
}

/** The same as an operator would set it. */
function envOf(servers: readonly TortureServer[], images: readonly string[]): Record<string, string> {
  const env: Record<string, string> = {
    GOMMOG_STORE_LOG: 'kafka',
    GOMMOG_STORE_KAFKA_BROKERS: JSON.stringify([addressOf(servers, 'kafka')]),
    GOMMOG_STORE_IMAGES: JSON.stringify(images),
  };
  for (const { address, name } of servers)
    if (name !== 'kafka') env[`GOMMOG_STORE_${name.toUpperCase()}_URL`] = `${name}://${address}`;
  return env;
}

/** The world as the log alone tells it, from the first record; and `image` alone, opened, must lead to the same one. */
async function readBoth(
  place: StorePlace & { readonly log: LogSettings },
  image: ImageSettings,
): Promise<SavedWorld> {
  const state = new Map<string, StoredComponent>();
  let last: CommitRecord | null = null;
  for await (const record of readLogOf(place.log, place.dir, 1)) {
    last = record;
    for (const { serial, component, version, data } of record.changes) {
      if (data === null) state.delete(`${serial} ${component}`);
      else state.set(`${serial} ${component}`, { serial, component, version, data: data.slice() });
    }
  }
  const hash = new StateHash();
  for (const { serial, component, version, data } of state.values())
    hash.add(serial, component, version, data);
  const world = judged(await worldOf([[...state.values()]], { kinds, components }));
  const problems = [...world.problems];
  const found = new StateHash();
  const { queue, recovered } = await openStore({
    ...place,
    images: [image],
    load: (serial, component, version, data) => found.add(serial, component, version, data),
  });
  await queue.close();
  if (recovered.sequence !== last?.sequence || found.digest() !== hash.digest())
    problems.push(
      `from the image ${image.kind} the world of record ${recovered.sequence} is another one than the log tells, ` +
        `up to record ${last?.sequence}`,
    );
  return { ...world, problems };
}

function faultsOf(
  servers: readonly TortureServer[],
  rng: Rng,
  longestStopMs: number,
): ReadonlyMap<string, () => Fault> {
  const faults = new Map<string, () => Fault>();
  const add = (fault: () => Fault): void => void faults.set(fault().name, fault);
  const point = (name: 'image.apply' | 'image.applied') => () => ({
    name,
    store: { crash: { point: name, passing: rng.between(1, 12) } },
    graceMs: GRACE_MS,
  });
  add(() => ({ name: 'kill', graceMs: GRACE_MS }));
  for (const server of servers) {
    const { name } = server;
    // What is no promise waits for Kafka for as long as it is away.
    const graceMs = name === 'kafka' ? Number.POSITIVE_INFINITY : GRACE_MS;
    add(() => ({ ...down(`${name}.kill`, [server], rng), graceMs }));
    add(() => ({ ...halted(server, rng, longestStopMs), graceMs }));
    if (name === 'kafka') continue;
    add(() => ({ ...absent(server, rng), graceMs }));
    add(() => ({ ...lost(server, rng), graceMs }));
    if (name === 'redis') add(() => ({ ...flushed(server, rng), graceMs }));
  }
  add(() => ({ ...down('all.kill', servers, rng), graceMs: Number.POSITIVE_INFINITY }));
  add(() => ({ ...stop(rng, longestStopMs), graceMs: GRACE_MS }));
  add(point('image.apply'));
  add(point('image.applied'));
  return faults;
}

async function upAgain(servers: readonly TortureServer[]): Promise<null> {
  await Promise.all(servers.map((server) => server.up()));
  return null;
}

/** Servers are killed, and come back while the shard lives or after it. */
function down(name: string, servers: readonly TortureServer[], rng: Rng): Omit<Fault, 'graceMs'> {
  return {
    name,
    async during() {
      await Promise.all(servers.map((server) => server.kill9()));
      await sleep(rng.between(...BETWEEN_MS));
      if (rng.chance(0.4)) return null;
      await upAgain(servers);
      await sleep(rng.between(...BETWEEN_MS));
      return null;
    },
    after: () => upAgain(servers),
  };
}

/** A server stands still for a while, also beyond the end of the shard. */
function halted(server: TortureServer, rng: Rng, longestStopMs: number): Omit<Fault, 'graceMs'> {
  const goOn = async (): Promise<null> => {
    server.signal('SIGCONT');
    return null;
  };
  return {
    name: `${server.name}.stop`,
    async during() {
      server.signal('SIGSTOP');
      await sleep(stopMs(longestStopMs, rng));
      if (rng.chance(0.3)) return null;
      await goOn();
      await sleep(rng.between(...BETWEEN_MS));
      return null;
    },
    after: goOn,
  };
}

/** An image is not there when the shard starts. */
function absent(server: TortureServer, rng: Rng): Omit<Fault, 'graceMs'> {
  return {
    name: `${server.name}.absent`,
    before: async () => {
      await server.kill9();
      return null;
    },
    async during() {
      await server.up();
      await sleep(rng.between(...BETWEEN_MS));
      return null;
    },
    after: () => upAgain([server]),
  };
}

/** An image is killed and comes back empty. */
function lost(server: TortureServer, rng: Rng): Omit<Fault, 'graceMs'> {
  return {
    name: `${server.name}.lost`,
    async during() {
      await server.lose();
      await server.up();
      await sleep(rng.between(...BETWEEN_MS));
      return null;
    },
    after: () => upAgain([server]),
  };
}

/** Somebody says the one word that empties Redis. */
function flushed(server: TortureServer, rng: Rng): Omit<Fault, 'graceMs'> {
  return {
    name: `${server.name}.flush`,
    async during() {
      await server.tell('FLUSHALL');
      await sleep(rng.between(...BETWEEN_MS));
      return null;
    },
  };
}
