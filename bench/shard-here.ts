import { join } from 'node:path';
import { Loop, realClock } from '@gommog/host';
import { listenTcp } from '@gommog/net';
import { openStore } from '@gommog/store';
import {
  AccessLevel,
  behaviours,
  createWorld,
  defaultRuleset,
  loadContent,
  type PasswordHasher,
  UoGame,
} from '@gommog/uo';
import { loadClientFiles } from '@gommog/uo/files';

/** Passwords as they are: hundreds log in, and what they wait for is not what is measured. */
const plainHasher: PasswordHasher = {
  hash: async (password) => password,
  verify: async (password, hash) => password === hash,
};

/** What one step took, in milliseconds: on the clock, and processor time of the thread, which others on the machine do not lengthen. */
export interface StepTimes {
  readonly wall: number;
  readonly cpu: number;
  /** Of it, for saving. */
  readonly savingWall: number;
  readonly savingCpu: number;
}

function threadMs(): number {
  const { system, user } = process.threadCpuUsage();
  return (system + user) / 1000;
}

/** A shard in this process, so that a bench can see into its thread and hold its saving back. */
export interface ShardHere {
  readonly port: number;
  /** While false, what changes is not saved. It all is with the first step after. */
  isSaving: boolean;
  stop(): Promise<void>;
}

/** Runs a shard of UO over its data folder; `bot0`, `bot1` and so on may log in to it as staff. */
export async function startHere(
  data: string,
  bots: number,
  onStep: (times: StepTimes) => void,
): Promise<ShardHere> {
  const files = await loadClientFiles(join(data, 'world'));
  const facets = [...files.facets].map(([id, terrain]) => ({ id, terrain, season: 0, shove: true }));
  const world = createWorld(facets, 1);
  const { queue, recovered } = await openStore({
    dir: data,
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  });
  const [violation] = world.finishLoading();
  if (violation !== undefined) throw new Error(`the world is broken: ${violation.problem}`);
  world.nowMs = Math.max(world.nowMs, recovered.timeMs);
  const game = new UoGame({
    world,
    facets,
    tileData: files.tileData,
    content: loadContent({ behaviours: new Set(Object.keys(behaviours)) }),
    ruleset: defaultRuleset,
    startCities: files.definitions.startCities,
    lobby: {
      shardName: 'bench',
      advertise: { address: null, port: null },
      autoCreate: false,
      newAccountsPerAddress: 0,
      hasher: plainHasher,
      now: () => performance.now(),
      isTrusted: () => true,
      log: () => {},
    },
    tokens: { secret: new Uint8Array(32), unixSeconds: () => Date.now() / 1000, validSeconds: 3600 },
    tick: recovered.tick,
    operator: { staffEntered: () => {}, staffActed: () => {}, shutdownAsked: () => {} },
    log: () => {},
  });
  for (let i = 0; i < bots; i++) {
    const name = `bot${i}`;
    game.offer({
      kind: 'create-account',
      session: 0,
      name,
      passwordHash: name,
      access: AccessLevel.gamemaster,
    });
  }
  const shard = { port: 0, isSaving: true };
  const take = world.takeCommit.bind(world);
  world.takeCommit = (...args) => (shard.isSaving ? take(...args) : null);
  const used = { begun: 0, stepped: 0, saved: 0 };
  const step = game.step.bind(game);
  game.step = (nowMs) => {
    used.begun = threadMs();
    step(nowMs);
    used.stepped = threadMs();
  };
  const present = game.present.bind(game);
  game.present = (sequence) => {
    used.saved = threadMs();
    present(sequence);
  };
  const loop = new Loop({
    game,
    clock: realClock,
    save: (record, sequence) => queue.push(record, sequence),
    maySave: () => queue.hasRoom,
    epoch: recovered.epoch,
    sequence: recovered.sequence,
    meter: {
      step: ({ commit, present: shown, simulate }) =>
        onStep({
          wall: simulate + commit + shown,
          cpu: threadMs() - used.begun,
          savingWall: commit,
          savingCpu: used.saved - used.stepped,
        }),
      flush: () => {},
    },
  });
  queue.onDurable = (sequence) => game.onDurable(sequence);
  const listener = await listenTcp({ host: '127.0.0.1', port: 0, accept: game.accept.bind(game) });
  loop.start();
  return Object.assign(shard, {
    port: listener.port,
    stop: async () => {
      listener.stop();
      shard.isSaving = true;
      game.closeSessions('shard-stopped');
      loop.stop();
      loop.stepNow();
      await queue.drain();
      await queue.close();
    },
  });
}
