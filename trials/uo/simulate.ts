import { decodeCommit, Rng, World } from '@gommog/core';
import { components, kinds } from '@gommog/uo';
import { TestShard } from '@gommog/uo/testing';
import { goldIn, problemsOf } from './invariants.ts';
import { Player } from './player.ts';

export interface SimulateOptions {
  readonly seed: number;
  readonly ticks: number;
  readonly players: number;
}

export interface SimulateResult {
  /** Hash of the state at the end: the same for the same options, always. */
  readonly hash: string;
  readonly problems: readonly string[];
  readonly summary: string;
}

const TICK_MS = 50;
/** Ticks between two looks at all that must hold. */
const CHECK_TICKS = 200;

/** Lets players do things by chance, and looks whether the world stays whole and is what its commit records say. */
export async function simulate({ players: count, seed, ticks }: SimulateOptions): Promise<SimulateResult> {
  const shard = new TestShard();
  const rng = new Rng(seed);
  const players: Player[] = [];
  for (let i = 0; i < count; i++) players.push(new Player(shard, rng, i, players));
  const problems: string[] = [];
  for (const player of players) await player.enter();
  const { world } = shard.game;
  const gold = goldIn(world);
  for (let tick = 1; tick <= ticks && problems.length === 0; tick++) {
    // The disk is slow at times.
    if (rng.chance(0.05)) shard.durable(rng.chance(0.7));
    for (const player of players) player.act();
    await settled();
    shard.tick(TICK_MS);
    if (tick % CHECK_TICKS !== 0 && tick !== ticks) continue;
    problems.push(...problemsOf(world), ...problemsOfCommits(shard));
    for (const player of players) player.check();
    if (goldIn(world) !== gold) problems.push(`${gold} gold has become ${goldIn(world)} at tick ${tick}`);
  }
  for (const { details, event } of shard.log)
    if (event === 'rule-fault') problems.push(JSON.stringify(details));
  for (const player of players) problems.push(...player.problems);
  const sum = (pick: (player: Player) => number): number =>
    players.reduce((total, each) => total + pick(each), 0);
  const summary =
    `${sum(({ steps }) => steps)} steps, ${sum(({ acts }) => acts)} acts, ${sum(({ logins }) => logins)} logins, ` +
    `${sum(({ tradesDone }) => tradesDone) / 2} trades, ${shard.commits.length} commits, ${gold} gold`;
  return { hash: world.stateHash(), problems, summary };
}

/** Lets everything go on that waits for nothing but its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Builds a second world from the commit records alone: it must be whole, and equal to the one that plays. */
function problemsOfCommits({ commits, game }: TestShard): string[] {
  const states = new Map<string, { serial: number; component: number; version: number; data: Uint8Array }>();
  for (const bytes of commits) {
    for (const { component, data, serial, version } of decodeCommit(bytes).changes) {
      const key = `${serial}/${component}`;
      if (data === null) states.delete(key);
      else states.set(key, { serial, component, version, data });
    }
  }
  const planes = [{ facet: 0, width: 256, height: 256 }];
  const world = new World({ planes, kinds, components, seed: 0 });
  for (const { component, data, serial, version } of states.values())
    world.load(serial, component, version, data);
  const violations = world
    .finishLoading()
    .map(({ problem, serial }) => `rebuilt: entity ${serial}: ${problem}`);
  const hash = world.stateHash();
  if (hash !== game.world.stateHash())
    violations.push('the world that was built from the commit records is another one');
  return violations;
}
