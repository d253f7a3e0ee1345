import { Command } from 'commander';
import { gameOfDataFolder } from '../data-folder.ts';
import { type RecordedRun, readRecording } from '../recording.ts';
import { Refusal } from '../refusal.ts';
import { settings } from '../settings.ts';

interface Options {
  readonly data?: string;
  readonly uoFiles?: string;
  readonly config?: string;
}

export const replayCommand = new Command('replay')
  .description('Repeats a recorded run and compares the state hashes. Exits with 1 at the first difference.')
  .argument('<file>', 'made by `gommog start --record`')
  .option('--data <dir>', 'data folder whose land the run was on')
  .option('--uo-files <dir>', 'the UO client files it was on')
  .option('--config <file>', 'YAML file')
  .action(async (file: string, options: Options) => {
    const config = settings(options.config ?? null, { data: options.data, 'uo.files': options.uoFiles });
    const { beginning, lines, states } = read(file);
    const module = await gameOfDataFolder(config.data);
    const { game: recorded = module.name } = beginning;
    if (recorded !== module.name) {
      throw new Refusal(
        `${file} was made in a world of '${recorded}', ${config.data} is one of '${module.name}'`,
      );
    }
    const opened = await module.open({ config, data: config.data, log: () => {} });
    const world = opened.createWorld();
    for (const [serial, component, version, data] of states) {
      world.load(serial, component, version, Buffer.from(data, 'base64'));
    }
    world.finishLoading();
    world.nowMs = beginning.nowMs;
    world.rng.state = beginning.rng;
    const operator = { staffEntered: () => {}, staffActed: () => {}, shutdownAsked: () => {} };
    const game = opened.assemble({ world, tick: beginning.tick, operator, log: () => {} });
    let steps = 0;
    for (const line of lines) {
      if ('hash' in line) {
        const hash = world.stateHash();
        if (hash === line.hash) continue;
        throw new Refusal(`at tick ${line.tick} the state hash is ${hash}, recorded is ${line.hash}`);
      }
      const [, nowMs, intents] = line;
      for (const intent of intents) game.offer(intent);
      game.step(nowMs);
      steps++;
      // Taken and thrown away: what a running shard would save must not pile up.
      world.takeCommit(0, steps, game.tick);
    }
    process.stdout.write(`replayed ${steps} steps to tick ${game.tick}, state hash ${world.stateHash()}\n`);
  });

function read(file: string): RecordedRun {
  try {
    return readRecording(file);
  } catch (error) {
    throw new Refusal(`${file}: ${(error as Error).message}`);
  }
}
