import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Game } from '@gommog/core';
import {
  AccessLevel,
  argon2Hasher,
  behaviours,
  ContentError,
  components,
  createWorld,
  decorate,
  defaultRuleset,
  type Facet,
  kinds,
  loadContent,
  type Ruleset,
  UoGame,
} from '@gommog/uo';
import { AtlasStore } from '@gommog/uo/art';
import { wordsOf } from '@gommog/uo/domain';
import type { ClientFiles } from '@gommog/uo/files';
import { WorldPublisher } from '@gommog/uo/web/publish';
import { loadDecorations, loadRegions } from '@gommog/uo/worldgen';
import { buildApp, play } from '../../pages/build-app.ts';
import { Refusal } from '../../refusal.ts';
import { trustedNetworks } from '../../trusted-networks.ts';
import type { GameModule, GameOptions, GameParts, OpenGame, Port } from '../game-module.ts';
import { UoAdministration } from './administration.ts';
import { uoBots } from './bots.ts';
import { dimPlacesIn } from './dim-places.ts';
import { FacetPictures } from './facet-pictures.ts';
import { namedPlaces } from './named-places.ts';
import { artAddress } from './pages/art.ts';
import { uoPages } from './pages/index.ts';
import { restorable } from './restorable.ts';
import type { UoSettings } from './settings.ts';
import { openWebSecret } from './web-secret.ts';
import { openWorldFolder } from './world-folder.ts';

const DAY_SECONDS = 86_400;

/** Ultima Online. */
export const uo: GameModule = {
  name: 'uo',
  kinds,
  components,
  portSetting: 'uo.port',
  bots: uoBots,
  restorable,
  words: ({ uo: { content } }) => wordsOf(readContent(content)),
  open,
};

async function open({ config, data, log }: GameOptions): Promise<OpenGame> {
  const settings = config.uo;
  const client = settings.web.enabled ? buildApp(play) : Promise.resolve();
  client.catch((error: Error) => log('client-not-built', { error: error.message }));
  const { files, folder, isOwn } = await openWorldFolder(settings, config.seed, data);
  const facets = facetsOf(files);
  checkJail(settings, facets);
  const content = readContent(settings.content);
  const dimPlaces = dimPlacesIn(folder, files.definitions);
  const trusted = trustedNetworks(config);
  const secret = await openWebSecret(data);
  const art = settings.web.enabled ? await openArt(settings, { folder, data, log }) : null;
  await client.catch(() => {});
  const pictures = new FacetPictures(facets, files);
  return {
    createWorld: () => createWorld(facets, config.seed),
    assemble: ({ log, operator, tick, world }: GameParts) =>
      new UoGame({
        world,
        facets,
        tileData: files.tileData,
        content,
        ruleset: rulesetOf(settings),
        startCities: files.definitions.startCities,
        dimPlaces,
        lobby: {
          shardName: config.name,
          advertise: settings.advertise,
          autoCreate: settings.accounts.autoCreate,
          newAccountsPerAddress: settings.accounts.newPerAddress,
          hasher: argon2Hasher,
          now: () => performance.now(),
          isTrusted: (address) => trusted.has(address),
          log,
        },
        tokens: {
          secret,
          unixSeconds: () => Date.now() / 1000,
          validSeconds: settings.web.tokenDays * DAY_SECONDS,
        },
        tick,
        operator,
        log,
      }),
    administration(game: Game) {
      if (!(game instanceof UoGame)) throw new TypeError('another game');
      return new UoAdministration(game, facets, pictures);
    },
    async populate(game: Game) {
      if (!(game instanceof UoGame)) throw new TypeError('another game');
      if (isOwn) decorate(game.context, loadDecorations(folder));
      return [
        `administrator: account "admin", password "${await makeAdministrator(game)}" (shown this once)`,
      ];
    },
    ports: portsOf(settings),
    pages(game, limiter) {
      if (art === null) return null;
      if (!(game instanceof UoGame)) throw new TypeError('another game');
      const { definitions, hues, radarColours, tileData } = files;
      const places = namedPlaces(loadRegions(folder), definitions.startCities);
      const address = artAddress(art);
      const world = new WorldPublisher({
        facets,
        tileData,
        hues,
        radarColours,
        content,
        places,
        art: address,
      });
      return uoPages({ config, game, world, pictures, art, limiter });
    },
  };
}

/** What browsers draw with. Throws Refusal when the setting asks for files that are not there or damaged. */
async function openArt(
  { files, web }: UoSettings,
  { data, folder, log }: { folder: string; data: string; log: GameOptions['log'] },
): Promise<AtlasStore> {
  if (web.ownArt && files === null)
    throw new Refusal('uo.web.ownArt: there are no client files of your own; name their folder in uo.files');
  try {
    const from = web.ownArt ? 'files' : 'drawn';
    return await AtlasStore.open(folder, join(data, 'art'), from, (problem) =>
      log('art-damaged', { problem }),
    );
  } catch (error) {
    throw new Refusal(`the art of ${folder}: ${(error as Error).message}`);
  }
}

function portsOf({ port, wsPort }: UoSettings): Port[] {
  const ports: Port[] = [{ name: 'uo', title: 'UO clients', transport: 'tcp', port }];
  if (wsPort !== null)
    ports.push({ name: 'ws', title: 'UO clients by WebSocket', transport: 'websocket', port: wsPort });
  return ports;
}

/** The facets of a folder of client files, with what its definitions say of them. */
function facetsOf(files: ClientFiles): Facet[] {
  return [...files.facets].map(([id, terrain]) => {
    const definition = files.definitions.facets.find((facet) => facet.id === id);
    return { id, terrain, season: definition?.season ?? 0, shove: definition?.shove ?? false };
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

function rulesetOf({ rules }: UoSettings): Ruleset {
  return {
    ...defaultRuleset,
    linkDeadMs: rules.linkDeadSeconds * 1000,
    decayMs: rules.decayMinutes * 60_000,
    doorCloseMs: rules.doorCloseSeconds * 1000,
    deleteAfterMs: rules.deleteAfterHours * 3_600_000,
    characterSlots: rules.characterSlots,
    shove: rules.shove,
    dayMs: rules.dayMinutes * 60_000,
    nightLevel: rules.nightLevel,
    jail: rules.jail,
  };
}

/** Throws Refusal when the jail lies outside of the land. */
function checkJail({ rules: { jail } }: UoSettings, facets: readonly Facet[]): void {
  const terrain = facets.find(({ id }) => id === jail.facet)?.terrain;
  if (terrain === undefined || jail.x >= terrain.width || jail.y >= terrain.height)
    throw new Refusal(`uo.rules.jail: there is no place ${jail.x}, ${jail.y} on facet ${jail.facet}`);
}

async function makeAdministrator(game: UoGame): Promise<string> {
  const password = randomBytes(9).toString('base64url');
  const passwordHash = await argon2Hasher.hash(password);
  game.offer({ kind: 'create-account', session: 0, name: 'admin', passwordHash, access: AccessLevel.owner });
  return password;
}
