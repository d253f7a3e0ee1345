import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { World } from '@gommog/core';
import { NetError, Networks } from '@gommog/net';
import { openStore, type Store } from '@gommog/store';
import {
  AccessLevel,
  argon2Hasher,
  behaviours,
  ContentError,
  createWorld,
  decorate,
  defaultRuleset,
  type Event,
  type Facet,
  loadContent,
  type Ruleset,
  UoGame,
  type UoOptions,
} from '@gommog/uo';
import type { ClientFiles } from '@gommog/uo/files';
import { loadDecorations } from '@gommog/uo/worldgen';
import type { Config } from './config/load.ts';
import type { Logger } from './logger.ts';
import { Refusal } from './refusal.ts';
import { openWorldFolder } from './world-folder.ts';

/** A shard that is ready to run: its game, its store, and what the first start has to tell. */
export interface Shard {
  readonly game: UoGame;
  readonly store: Store;
  /** Administrator's password, only at the very first start. */
  readonly firstPassword: string | null;
}

export interface ShardOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly onOperatorEvent: (event: Event, reply: (mobile: number, text: string) => void) => void;
}

/** Opens the land, the content and the saved world, and puts the game together. Throws Refusal. */
export async function openShard({ config, log, onOperatorEvent }: ShardOptions): Promise<Shard> {
  await mkdir(config.data, { recursive: true });
  const { files, folder, isOwn } = await openWorldFolder(config);
  const world = createWorld(facetsOf(files), config.seed);
  const store = await openStore({
    dir: config.data,
    load: (serial, component, version, data) => world.load(serial, component, version, data),
  }).catch((error: Error) => {
    throw new Refusal(error.message);
  });
  const violations = world.finishLoading();
  if (violations.length > 0) {
    await store.queue.close();
    const named = violations.slice(0, 10).map(({ serial, problem }) => `  entity ${serial}: ${problem}`);
    throw new Refusal(`the saved world is broken, ${violations.length} entities:\n${named.join('\n')}`);
  }
  world.nowMs = Math.max(world.nowMs, store.recovered.timeMs);
  const game = assembleGame({
    config,
    files,
    world,
    tick: store.recovered.tick,
    onOperatorEvent,
    log: (event, details) => log.info(details, event),
  });
  const isNew = store.recovered.components === 0;
  if (isNew && isOwn) decorate(game.context, loadDecorations(folder));
  const firstPassword = isNew ? await makeAdministrator(game) : null;
  return { game, store, firstPassword };
}

/** The facets of a folder of client files, with what its definitions say of them. */
export function facetsOf(files: ClientFiles): Facet[] {
  return [...files.facets].map(([id, terrain]) => {
    const definition = files.definitions.facets.find((facet) => facet.id === id);
    return { id, terrain, season: definition?.season ?? 0, shove: definition?.shove ?? false };
  });
}

export interface Parts {
  readonly config: Config;
  readonly files: ClientFiles;
  readonly world: World;
  /** Number of the last tick before. */
  readonly tick: number;
  readonly onOperatorEvent: UoOptions['onOperatorEvent'];
  readonly log: UoOptions['log'];
}

/** The game over a world that is loaded: the same one for a running shard and for a replay. */
export function assembleGame({ config, files, log, onOperatorEvent, tick, world }: Parts): UoGame {
  const trusted = trustedNetworks(config);
  return new UoGame({
    world,
    facets: facetsOf(files),
    tileData: files.tileData,
    content: readContent(config.content),
    ruleset: rulesetOf(config),
    startCities: files.definitions.startCities,
    lobby: {
      shardName: config.name,
      advertise: config.advertise,
      autoCreate: config.accounts.autoCreate,
      newAccountsPerAddress: config.accounts.newPerAddress,
      hasher: argon2Hasher,
      now: () => performance.now(),
      isTrusted: (address) => trusted.has(address),
      log,
    },
    tick,
    onOperatorEvent,
    log,
  });
}

function readContent(overlayDirs: readonly string[]): ReturnType<typeof loadContent> {
  try {
    return loadContent({ behaviours: new Set(Object.keys(behaviours)), overlayDirs });
  } catch (error) {
    if (error instanceof ContentError) throw new Refusal(error.message);
    throw error;
  }
}

function rulesetOf({ rules }: Config): Ruleset {
  return {
    ...defaultRuleset,
    linkDeadMs: rules.linkDeadSeconds * 1000,
    decayMs: rules.decayMinutes * 60_000,
    doorCloseMs: rules.doorCloseSeconds * 1000,
    deleteAfterMs: rules.deleteAfterHours * 3_600_000,
    characterSlots: rules.characterSlots,
    shove: rules.shove,
  };
}

/** The networks without limits. Throws Refusal for one that is none. */
export function trustedNetworks({ trustedNetworks }: Config): Networks {
  try {
    return new Networks(trustedNetworks);
  } catch (error) {
    if (error instanceof NetError) throw new Refusal(`trustedNetworks: ${error.message}`);
    throw error;
  }
}

async function makeAdministrator(game: UoGame): Promise<string> {
  const password = randomBytes(9).toString('base64url');
  const passwordHash = await argon2Hasher.hash(password);
  game.offer({ kind: 'create-account', session: 0, name: 'admin', passwordHash, access: AccessLevel.owner });
  return password;
}
