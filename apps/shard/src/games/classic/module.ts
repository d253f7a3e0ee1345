import { randomBytes } from 'node:crypto';
import { ClassicGame, components, createWorld, defaultRuleset, kinds, type Ruleset } from '@gommog/classic';
import type { Game } from '@gommog/core';
import { trustedNetworks } from '../../trusted-networks.ts';
import type { GameModule, GameOptions, GameParts, OpenGame, Port } from '../game-module.ts';
import { classicBots } from './bots.ts';
import type { ClassicSettings } from './settings.ts';

/** Classic. */
export const classic: GameModule = {
  name: 'classic',
  kinds,
  components,
  portSetting: 'classic.port',
  bots: classicBots,
  restorable: {},
  open,
};

async function open({ config }: GameOptions): Promise<OpenGame> {
  const settings = config.classic;
  const { level, motd, newNamesPerAddress, owner, port, verifyNames } = settings;
  const trusted = trustedNetworks(config);
  return {
    createWorld: () => createWorld(config.seed),
    assemble: ({ log, operator, tick, world }: GameParts) =>
      new ClassicGame({
        world,
        ruleset: rulesetOf(settings),
        lobby: {
          serverName: config.name,
          motd,
          verifyNames,
          newNamesPerAddress,
          isTrusted: (address) => trusted.has(address),
          now: () => performance.now(),
          log,
        },
        tick,
        operator,
        log,
      }),
    async populate(game: Game) {
      if (!(game instanceof ClassicGame)) throw new TypeError('another game');
      const first = { name: 'main', ...level, seed: config.seed };
      const key = game.populate(first, owner, randomBytes(16).toString('hex'));
      return [`owner: name "${owner}", key "${key}" (shown this once): mc://ADDRESS:${port}/${owner}/${key}`];
    },
    ports: portsOf(settings),
  };
}

function portsOf({ port, wsPort }: ClassicSettings): Port[] {
  const ports: Port[] = [{ name: 'classic', title: 'Classic clients', transport: 'tcp', port }];
  if (wsPort !== null)
    ports.push({
      name: 'classic_ws',
      title: 'Classic clients by WebSocket',
      transport: 'websocket',
      port: wsPort,
    });
  return ports;
}

/** Distances of the rules are in 32nds of a block. */
function rulesetOf({ rules }: ClassicSettings): Ruleset {
  return {
    ...defaultRuleset,
    maxPlayers: rules.maxPlayers,
    reach: Math.round(rules.reach * 32),
    strideSpeed: Math.round(rules.speed * 32),
    idleMs: Math.round(rules.idleMinutes * 60_000),
  };
}
