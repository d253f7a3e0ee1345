import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Game, Operator } from '@gommog/core';
import { AddressLimiter } from '@gommog/net';
import { openStore, type Store, type StoreOptions } from '@gommog/store';
import { PublisherThread, parsePlace, type TopicPlace } from '@gommog/topics';
import type { FastifyPluginAsync } from 'fastify';
import type { Administration } from './api/administration.ts';
import type { Config } from './config/load.ts';
import { claimDataFolder } from './data-folder.ts';
import type { GameModule, Port } from './games/game-module.ts';
import type { Logger } from './logger.ts';
import { Refusal } from './refusal.ts';
import { refuse } from './saved-world.ts';
import { logOf, schemaFor, storePlaceOf } from './store-place.ts';
import { trustedNetworks } from './trusted-networks.ts';

/** One game with its store, ready to run. */
export interface Shard {
  /** Of the game. */
  readonly name: string;
  readonly data: string;
  readonly game: Game;
  readonly store: Store;
  /** Tells what is durable to those outside; null for nobody. */
  readonly publisher: PublisherThread | null;
  readonly ports: readonly Port[];
  /** Of all its connections, whatever port they come to. */
  readonly limiter: AddressLimiter;
  /** How its staff look after it over HTTP; null when it has none. */
  readonly administration: Administration | null;
  /** What it serves to browsers; null for nothing. */
  readonly pages: FastifyPluginAsync | null;
  /** Lines that whoever started it has to be told, only at the very first start. */
  readonly announcements: readonly string[];
}

export interface ShardOptions {
  readonly module: GameModule;
  readonly config: Config;
  readonly log: Logger;
  readonly operator: Operator;
}

/** Folder of a game's data: its own setting; else the shard's, which the first game has for itself. */
export function dataFolderOf({ name }: GameModule, config: Config): string {
  const own = (config as unknown as Readonly<Record<string, { data?: string | null } | undefined>>)[name]
    ?.data;
  return own ?? (config.games[0] === name ? config.data : join(config.data, name));
}

/**
 * Ends what a shard has open, when all that it did is durable or cannot be.
 * @throws StoreError when records are left unsaved.
 */
export async function closeShard({ publisher, store }: Shard, log: Logger): Promise<void> {
  try {
    await store.queue.close();
  } finally {
    // What could not be told is told by the next start, out of the log.
    await publisher
      ?.close()
      .catch((error: Error) => log.warn({ problem: error.message }, 'not all was told'));
  }
}

/** Opens the land, the content and the saved world, and puts the game together. Throws Refusal. */
export async function openShard({ config, log, module, operator }: ShardOptions): Promise<Shard> {
  // Since the process began.
  const beganMs = performance.now();
  const data = dataFolderOf(module, config);
  await mkdir(data, { recursive: true });
  await claimDataFolder(data, module.name);
  const opened = await module.open({ config, data, log: (event, details) => log.info(details, event) });
  const world = opened.createWorld();
  const landMs = performance.now() - beganMs;
  // Before anything is open: a setting that is wrong is refused.
  const topic = config.topics === null ? null : topicPlaceOf(config.topics, module.name, data);
  const store = await openStore({
    keepBytes: config.history.keepMib * 1024 * 1024,
    keepDays: config.history.keepDays,
    checkpointHours: config.history.checkpointHours,
    followerLagBytes: config.topics === null ? null : config.store.topicLagMiB * 1024 * 1024,
    ...storeOptionsForTests(log),
    ...storePlaceOf(config, module.name, data),
    schema: schemaFor(module, world, config),
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  }).catch(refuse);
  const loadedMs = performance.now();
  const violations = world.finishLoading();
  if (violations.length > 0) {
    await store.queue.close();
    const named = violations.slice(0, 10).map(({ serial, problem }) => `  entity ${serial}: ${problem}`);
    throw new Refusal(`the saved world is broken, ${violations.length} entities:\n${named.join('\n')}`);
  }
  const { components, image, ms: worldMs, records, remade, tick, timeMs } = store.recovered;
  const times = { beganMs, landMs, worldMs, checkMs: performance.now() - loadedMs };
  if (remade !== null) log.warn({ image, why: remade }, 'image-remade');
  log.info({ components, image, records, ...wholeNumbers(times) }, 'world-opened');
  world.nowMs = Math.max(world.nowMs, timeMs);
  const game = opened.assemble({
    world,
    tick,
    operator,
    log: (event, details) => log.info(details, event),
  });
  const publisher = topic === null ? null : openPublisher(topic, config, module, data, store);
  const announcements = components === 0 ? await opened.populate(game) : [];
  const { connections, connectionsPerAddress, newConnectionsPerMinute } = config.limits;
  const limiter = new AddressLimiter({
    trusted: trustedNetworks(config),
    connections,
    connectionsPerAddress,
    newConnectionsPerMinute,
    now: () => performance.now(),
  });
  return {
    name: module.name,
    data,
    game,
    store,
    publisher,
    ports: opened.ports,
    limiter,
    administration: opened.administration?.(game) ?? null,
    pages: opened.pages?.(game, limiter) ?? null,
    announcements,
  };
}

function wholeNumbers<K extends string>(values: Readonly<Record<K, number>>): Record<K, number> {
  const rounded = Object.entries<number>(values).map(([name, value]) => [name, Math.round(value)]);
  return Object.fromEntries(rounded) as Record<K, number>;
}

function openPublisher(
  place: TopicPlace,
  config: Config,
  { name }: GameModule,
  data: string,
  { recovered }: Store,
): PublisherThread {
  return new PublisherThread({ place, log: logOf(config, name), dir: data, durable: recovered.sequence });
}

function topicPlaceOf(topics: string, game: string, data: string): TopicPlace {
  try {
    const place = parsePlace(topics.startsWith('kafka:') ? `${topics}.${game}` : topics);
    return place.kind === 'kafka' ? place : { kind: 'file', dir: resolve(data, place.dir) };
  } catch (error) {
    throw new Refusal(`topics: ${(error as Error).message}`);
  }
}

/** Options of the store as JSON: sizes, and faults that are planted. */
const TEST_STORE = 'GMG_TEST_STORE';

/** The torture runs the shard itself over a disk that fails. Nobody else should: it is told in the log. */
function storeOptionsForTests(log: Logger): Partial<StoreOptions> {
  const text = process.env[TEST_STORE];
  if (text === undefined) return {};
  log.warn({ options: text }, `${TEST_STORE} is set: the store is told to fail, for tests only`);
  return JSON.parse(text) as Partial<StoreOptions>;
}
