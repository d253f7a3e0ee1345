import type { AddressLimiter } from '@gommog/net';
import type { UoGame } from '@gommog/uo';
import type { AtlasStore } from '@gommog/uo/art';
import type { WorldPublisher } from '@gommog/uo/web/publish';
import type { FastifyPluginAsync } from 'fastify';
import type { Config } from '../../../config/load.ts';
import { appPages } from '../../../pages/app-pages.ts';
import { builtFolder, play } from '../../../pages/build-app.ts';
import { trustedNetworks } from '../../../trusted-networks.ts';
import type { FacetPictures } from '../facet-pictures.ts';
import { artPages } from './art.ts';
import { landPages } from './land.ts';
import { socketPages } from './socket.ts';

interface Options {
  readonly config: Config;
  readonly game: UoGame;
  readonly world: WorldPublisher;
  readonly pictures: FacetPictures;
  readonly art: AtlasStore;
  readonly limiter: AddressLimiter;
}

/** All that Ultima Online serves to browsers: the client, the land, and the way into the world. */
export function uoPages({ art, config, game, limiter, pictures, world }: Options): FastifyPluginAsync {
  const { idleSeconds, outBufferBytes } = config.limits;
  return async (server) => {
    await server.register(appPages(builtFolder(play), '/'));
    await server.register(landPages(world, pictures, () => performance.now()));
    await server.register(artPages(art));
    await server.register(
      socketPages({
        game,
        limiter,
        proxies: trustedNetworks(config),
        origins: config.uo.web.origins,
        outBufferBytes,
        idleMs: idleSeconds * 1000,
      }),
    );
  };
}
